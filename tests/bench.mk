# What it costs: `make bench [BENCH_ARTICLES=10000]`.

BENCH_ARTICLES = 10000
bench_bin := $(patsubst %.c,$(B)/%,$(wildcard tests/bench/bench_*.c))

$(B)/tests/bench/%: tests/bench/%.c tests/bench/bench.h $(B)/libdateline.a
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< \
		$(B)/libdateline.a $(pkg_libs)

bench: $(B)/dateline $(bench_bin)
	@DATELINE=$(CURDIR)/$(B)/dateline $(PYTHON) tests/bench/bench.py \
		$(B)/tests/bench $(BENCH_ARTICLES)

.PHONY: bench
