# What it costs: `make bench [BENCH_ARTICLES=10000]`, of which the archive alone:
# `make bench-archives`; what it finds in page dumps: `make bench-dumps
# [DUMP_SETS="trafilatura wcxb"]`.

BENCH_ARTICLES = 10000
DUMP_SETS = trafilatura
bench_bin := $(patsubst %.c,$(B)/%,$(wildcard tests/bench/bench_*.c))

$(B)/tests/bench/%: tests/bench/%.c tests/bench/bench.h $(B)/libdateline.a
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< \
		$(B)/libdateline.a $(pkg_libs)

# Its allocations are counted: those of the library go through the program.
$(B)/tests/bench/bench_analyse: LDFLAGS += -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc

bench: $(B)/dateline $(bench_bin)
	@DATELINE=$(CURDIR)/$(B)/dateline $(PYTHON) tests/bench/bench.py \
		$(B)/tests/bench $(BENCH_ARTICLES)
	@$(MAKE) --no-print-directory bench-archives

# Beside other readers where they are installed: newsboat, neomutt, sfeed.
bench-archives: $(B)/dateline
	@DATELINE=$(CURDIR)/$(B)/dateline $(PYTHON) tests/bench/archives.py \
		$(BENCH_ARTICLES)

bench-dumps: $(B)/dateline
	@DATELINE=$(CURDIR)/$(B)/dateline $(PYTHON) tests/bench/dumps.py \
		build/dumps $(DUMP_SETS)

.PHONY: bench bench-archives bench-dumps
