# Unit tests: each tests/unit/test_*.c is a cmocka program of its own.

unit_src := $(wildcard tests/unit/test_*.c)
unit_bin := $(unit_src:%.c=$(B)/%)

$(B)/tests/unit/%: tests/unit/%.c $(B)/libdateline.a
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(ALL_CFLAGS) -MMD -MP $(ALL_LDFLAGS) -o $@ $< \
		$(B)/libdateline.a $(pkg_libs) -lcmocka

units: $(unit_bin)

.PHONY: units
