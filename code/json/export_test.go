package json

import "byhand/code/serde"

// Direct is direct, for tests of other packages.
func Direct(b []byte, v serde.Deserialize, opts ...Option) bool {
	return direct(b, v, opts)
}
