module vault-renderer/engine-benchmarks

go 1.24
