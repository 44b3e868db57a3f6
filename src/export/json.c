#include "export/json.h"

/* Bytes between two entries of a table of code points. */
#define STEP 64

/* Code points before every STEP-th byte of a text, so that offsets in any
 * order cost the same. */
struct points {
	struct str text;
	uint32_t *before;
};

static void points_init(struct points *p, struct str text)
{
	struct doc_counter c = { 0, 0 };

	p->text = text;
	p->before = mem_alloc((text.n / STEP + 1) * sizeof *p->before);
	for (size_t i = 0; i <= text.n / STEP; i++)
		p->before[i] = doc_points(text, &c, (uint32_t)(i * STEP));
}

static json_int_t point(const struct points *p, uint32_t byte)
{
	struct doc_counter c = { byte / STEP * STEP, p->before[byte / STEP] };

	return doc_points(p->text, &c, byte);
}

json_t *json_str(struct str s)
{
	return s.p ? json_stringn(s.p, s.n) : json_null();
}

static json_t *json_strings(const struct str *v, size_t n)
{
	json_t *list = json_array();

	for (size_t i = 0; i < n; i++)
		json_array_append_new(list, json_str(v[i]));
	return list;
}

static void add_range(json_t *object, const struct points *p, struct range r)
{
	json_object_set_new(object, "start", json_integer(point(p, r.start)));
	json_object_set_new(object, "end", json_integer(point(p, r.end)));
}

/* {"start","end"}, or null when there is none. */
static json_t *json_range(const struct points *p, struct range r)
{
	json_t *object;

	if (r.end == 0)
		return json_null();
	object = json_object();
	add_range(object, p, r);
	return object;
}

static json_t *json_block(const struct points *p, const struct block *block)
{
	json_t *object = json_object();

	json_object_set_new(
		object, "kind", json_string(doc_block_names[block->kind]));
	add_range(object, p, (struct range){ block->start, block->end });
	return object;
}

static json_t *json_quote(
	const struct points *p, const struct analysis *a, const struct quote *q)
{
	static const struct person nobody;
	const struct person *who =
		q->person == PERSON_NONE ? &nobody : &a->persons.v[q->person];
	json_t *object = json_object();

	add_range(object, p, q->span);
	json_object_set_new(
		object, "kind", json_string(quote_kind_names[q->kind]));
	json_object_set_new(
		object, "text", json_str(str_range(p->text, q->span)));
	json_object_set_new(object, "speaker", json_str(who->name));
	json_object_set_new(object, "speaker_kind",
		q->person == PERSON_NONE
			? json_null()
			: json_string(person_kind_names[who->kind]));
	json_object_set_new(object, "role", json_str(who->role));
	json_object_set_new(object, "mention", json_range(p, q->mention));
	json_object_set_new(object, "cue",
		q->cue.end ? json_str(str_range(p->text, q->cue))
			   : json_null());
	json_object_set_new(
		object, "confidence", json_real(q->confidence / 100.0));
	return object;
}

json_t *json_quotes(const struct doc *d, const struct analysis *a)
{
	struct points p;
	json_t *list = json_array();

	points_init(&p, d->text);
	for (size_t i = 0; i < a->quotes.n; i++)
		json_array_append_new(list, json_quote(&p, a, &a->quotes.v[i]));
	free(p.before);
	return list;
}

void json_add_date(json_t *object, const struct doc *d)
{
	struct date date = d->date;
	enum date_basis basis = (enum date_basis)d->date_basis;
	char text[DATE_TEXT_MAX];

	if (date.year == 0 && d->hint.month && d->hint.day) {
		date = d->hint;
		date.precision = DATE_UNKNOWN;
		basis = BASIS_TEXT;
	}
	if (date.year == 0 && basis != BASIS_TEXT) {
		json_object_set_new(object, "date", json_null());
		json_object_set_new(object, "date_basis", json_null());
		return;
	}
	json_object_set_new(
		object, "date", json_string(date_format(&date, text)));
	json_object_set_new(
		object, "date_basis", json_string(doc_basis_names[basis]));
}

json_t *json_head(const struct doc *d)
{
	json_t *object = json_object();

	json_object_set_new(object, "id", json_str(d->id));
	json_object_set_new(object, "path", json_str(d->path));
	json_object_set_new(object, "title", json_str(d->title));
	json_object_set_new(object, "source", json_str(d->source));
	json_object_set_new(object, "site", json_str(d->site));
	json_object_set_new(
		object, "byline", json_strings(d->byline, d->n_byline));
	json_object_set_new(object, "dateline", json_str(d->dateline));
	json_add_date(object, d);
	json_object_set_new(object, "lang", json_str(d->lang));
	json_object_set_new(object, "url", json_str(d->url));
	if (d->n_translations)
		json_object_set_new(object, "translations",
			json_strings(d->translations, d->n_translations));
	return object;
}

static int add_bytes(const char *bytes, size_t n, void *ctx)
{
	const struct json_out *o = ctx;

	buf_add(o->buf, str_of(bytes, n));
	if (o->flush)
		o->flush(o->ctx);
	return 0;
}

/* Writes a value and frees it. */
static void add_value(struct json_out o, json_t *value)
{
	json_dump_callback(value, add_bytes, &o,
		JSON_COMPACT | JSON_REAL_PRECISION(4) | JSON_ENCODE_ANY);
	json_decref(value);
}

/* The head of an object that goes on: without its last brace. */
static void add_open(struct json_out o, json_t *object)
{
	o.flush = NULL;
	add_value(o, object);
	o.buf->n--;
}

static void add_item(struct json_out o, json_t *value, bool first)
{
	if (!first)
		buf_add_c(o.buf, ',');
	add_value(o, value);
}

void json_write_whole(
	struct json_out o, const struct doc *d, const struct analysis *a)
{
	struct points p;

	points_init(&p, d->text);
	add_open(o, json_head(d));
	buf_add(o.buf, STR(",\"text\":"));
	add_value(o, json_str(d->text));
	buf_add(o.buf, STR(",\"blocks\":["));
	for (size_t i = 0; i < d->n_blocks; i++)
		add_item(o, json_block(&p, &d->blocks[i]), i == 0);
	buf_add(o.buf, STR("],\"quotes\":["));
	for (size_t i = 0; i < a->quotes.n; i++)
		add_item(o, json_quote(&p, a, &a->quotes.v[i]), i == 0);
	buf_add(o.buf, STR("],\"warnings\":"));
	add_value(o, json_strings(d->warnings, d->n_warnings));
	buf_add(o.buf, STR("}\n"));
	free(p.before);
}

void json_add_line(struct buf *out, json_t *value)
{
	add_value((struct json_out){ .buf = out }, value);
	buf_add_c(out, '\n');
}
