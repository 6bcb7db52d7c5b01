//go:build arenatrace

package arena

const tracing = true
