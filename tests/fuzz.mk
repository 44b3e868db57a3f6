# Fuzzing with libFuzzer (clang): each tests/fuzz/fuzz_*.c is a target. `make
# fuzz FUZZ_SECONDS=60` runs each that long from the samples and tests/corpus;
# what crashes is kept in build/fuzz: put it into tests/corpus with its fix.

FUZZ_SECONDS = 20
fuzz_targets := $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
fuzz_sanitizers := address,undefined
# The largest input: larger ones only make each run slower.
fuzz_flags = -max_total_time=$(FUZZ_SECONDS) -max_len=20000 -timeout=10 \
	-rss_limit_mb=2048 -verbosity=0 -print_final_stats=0 -close_fd_mask=0

$(B)/fuzz/%: tests/fuzz/fuzz_%.c tests/fuzz/check.c tests/fuzz/fuzz.h $(B)/libdateline.a
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(ALL_CFLAGS) -fsanitize=fuzzer,$(fuzz_sanitizers) \
		-o $@ $< tests/fuzz/check.c $(B)/libdateline.a $(pkg_libs)

fuzz:
	@$(MAKE) --no-print-directory CC=clang \
		SAN=fuzzer-no-link,$(fuzz_sanitizers) fuzz-run

fuzz-run: $(fuzz_targets:%=$(B)/fuzz/%)
	@$(PYTHON) tests/tools/tally.py -t 3600 $(fuzz_targets:%="tests/tools/fuzz.sh % $(B)/fuzz $(fuzz_flags)")

.PHONY: fuzz fuzz-run
