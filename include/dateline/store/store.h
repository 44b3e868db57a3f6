/*
 * The archive in memory. Flat arrays of fixed-size records; strings are
 * offsets into one block of characters. No pointer is stored in a record, so
 * the bytes can be saved and mapped as they are; no byte in one is padding, so
 * equal stores are equal bytes. A finished store never
 * changes: any number of threads may read it.
 */
#ifndef DATELINE_STORE_STORE_H
#define DATELINE_STORE_STORE_H

#include "dateline/analyse/analysis.h"
#include "dateline/base/intern.h"
#include "dateline/doc/doc.h"

#define STORE_NONE UINT32_MAX
/* A day that is not known. */
#define STORE_NO_DAY INT32_MIN

/* A string in store.chars; n == 0: none. */
struct sref {
	uint32_t at, n;
};

/* Elements [first, first + n) of the array that the field's comment names. */
struct span {
	uint32_t first, n;
};

struct article {
	struct sref id, path, title, source, site, dateline, url, lang, text;
	struct span bylines; /* strings */
	struct span warnings; /* strings */
	struct span blocks; /* blocks */
	struct span persons; /* persons */
	struct span quotes; /* quotes */
	struct span mentions; /* mentions */
	struct span terms; /* terms */
	struct span shingles; /* shingles */
	struct span links; /* links, best first */
	struct date date, hint; /* as in struct doc */
	uint32_t words;
	uint32_t round; /* in rounds */
	uint32_t copy_of; /* first article of the same wording; STORE_NONE */
	uint32_t file; /* in files; STORE_NONE: of none */
	uint16_t date_basis;
	uint16_t given; /* as in struct doc */
};

/* Ranges are bytes in the article's text. */
struct store_quote {
	struct range span, mention, cue;
	uint32_t person; /* in store.persons, or STORE_NONE */
	uint16_t kind, confidence;
};

struct store_person {
	struct sref name, role;
	uint32_t mentions, quotes;
	uint16_t kind;
	int16_t gender;
};

struct store_mention {
	struct range span;
	uint32_t person; /* in store.persons */
};

struct store_term {
	uint32_t word; /* in store.words */
	uint16_t body, lead, title;
	uint16_t name;
};

/* The articles that cover one event. Every article is in exactly one. */
struct round {
	struct sref id; /* stable while its first article stays */
	struct sref title;
	struct span articles; /* round_articles, by time */
	int32_t first, last; /* days since 1970; STORE_NO_DAY */
	uint32_t storyline; /* in storylines */
	uint32_t sources; /* how many different ones */
};

/* Rounds that continue one another; every round is in exactly one. */
struct storyline {
	struct sref id, title;
	struct span rounds; /* storyline_rounds, by time */
};

/* Names in link_kind_names[]. */
enum link_kind {
	LINK_COPY,
	LINK_ROUND,
	LINK_STORYLINE,
	LINK_RELATED, /* alike, in another storyline */
	LINK_KINDS
};
extern const char *const link_kind_names[LINK_KINDS];

enum evidence_kind {
	EVIDENCE_NAME, /* a shared name: text */
	EVIDENCE_TERM, /* a shared term: text */
	EVIDENCE_QUOTE, /* a shared quote: text is who said it */
	EVIDENCE_DAYS, /* days apart: number; text says it in words */
	EVIDENCE_COPY /* same wording: number is the share in percent; text says
			 it in words */
};

struct evidence {
	struct sref text;
	float weight; /* share of the similarity it explains, 0–1 */
	int32_t number;
	uint32_t kind;
};

struct link {
	uint32_t to; /* in articles */
	float score; /* 0–1 */
	struct span why; /* evidence, heaviest first; of the best links only */
	uint32_t kind;
};

/* Where a word and its postings begin; they end where the next one's begin. */
struct index_word {
	uint64_t chars, postings;
};

/* The words of the titles and texts, and where they are (text_index.h). */
struct text_index {
	VEC_OF(struct index_word) words; /* by their bytes */
	struct buf chars, postings;
};

/* What was not read, and why. */
struct skip {
	struct sref where, why;
	uint32_t file; /* in files; STORE_NONE: of none */
};

/* A file that was read, as it was then. */
struct store_file {
	struct sref path;
	uint64_t stamp; /* another one: the file changed (walk.h) */
};

struct store {
	struct buf chars;
	VEC_OF(struct sref) strings;
	VEC_OF(struct article) articles; /* by date, source, id; undated last */
	VEC_OF(uint32_t) by_id; /* articles in order of their ids */
	VEC_OF(struct block) blocks;
	VEC_OF(struct store_person) persons;
	VEC_OF(struct store_quote) quotes;
	VEC_OF(struct store_mention) mentions;
	VEC_OF(struct store_term) terms;
	VEC_OF(struct sref) words; /* the vocabulary */
	VEC_OF(uint32_t) shingles;
	VEC_OF(struct round) rounds; /* by time of the first article */
	VEC_OF(uint32_t) round_articles;
	VEC_OF(struct storyline) storylines;
	VEC_OF(uint32_t) storyline_rounds;
	VEC_OF(struct link) links;
	VEC_OF(struct evidence) evidence;
	VEC_OF(struct skip) skips;
	VEC_OF(struct store_file) files;
	struct text_index index;
	struct intern interned; /* words while building; empty when finished */
	uint32_t from; /* while building: the file that is being read */
	bool mapped; /* the arrays are an image's (image.h) */
};

static inline struct str store_str(const struct store *s, struct sref r)
{
	return r.n ? str_of(s->chars.p + r.at, r.n) : STR_NONE;
}

struct store *store_new(void);
void store_free(struct store *s);

/*
 * Building, by one thread a store: copies the article in. A store holds at most
 * 4 GiB of text; what does not fit is listed in skips.
 */
void store_add(struct store *s, const struct doc *d, const struct analysis *a);
void store_add_skip(struct store *s, struct str where, struct str why);
/* Appends a copy of the unfinished store `from` to the unfinished `to`. */
void store_append(struct store *to, const struct store *from);
/*
 * Finishes a store: keeps one of the articles that are equal in all (listed in
 * skips), tells apart others with the same id (the later gets "id~2"),
 * estimates dates, sorts, finds rounds, storylines, copies and links. The
 * result depends on the articles only, not on their order of adding.
 */
void store_finish(struct store *s);

/* The article with this id; STORE_NONE when there is none. */
uint32_t store_find(const struct store *s, struct str id);

/*
 * The outlet shown to the reader: source, else site, else the first folder of
 * the path inside the archive; never empty ("unknown").
 */
struct str store_source(const struct store *s, const struct article *a);

/* Why a link is there, in words: "Veles-Koren, Lesk Bridge, gauges; both
 * quote Ilse Marrend; same day". Appends to *out. */
void store_why(const struct store *s, const struct link *l, struct buf *out);

#endif
