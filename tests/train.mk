# The weights of lang/en: `make train [QUOTES=../shared/data/quotes]`.

$(B)/tests/train/%: tests/train/%.c tests/bench/bench.h $(B)/libdateline.a
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< \
		$(B)/libdateline.a $(pkg_libs)
