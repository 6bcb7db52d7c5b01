//go:build !arenatrace

package arena

const tracing = false
