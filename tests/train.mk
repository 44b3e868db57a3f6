# The weights of lang/en, learned: `make train [QUOTES=FILE.jsonl]`.

QUOTES = ../shared/data/quotes/train.jsonl

$(B)/tests/train/%: tests/train/%.c tests/bench/bench.h $(B)/libdateline.a
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $< \
		$(B)/libdateline.a $(pkg_libs)

train: $(B)/tests/train/dump_cues
	$(PYTHON) tests/train/train.py $< $(QUOTES) >$(B)/weights.tsv
	mv $(B)/weights.tsv lang/en/weights.tsv

.PHONY: train
