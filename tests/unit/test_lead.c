/* src/input/lead.h: datelines, bylines, notes, captions, tail headings. */
#include "unit.h"

#include "input/lead.h"

static const struct lexicon *lex(const char *lang)
{
	return lexicon_get(str_from_c(lang));
}

/* What lead_dateline reads, as "place|agency|day|length". */
static const char *dateline(const char *lang, const char *text, char out[160])
{
	struct dateline d;
	char day[DATE_TEXT_MAX];

	if (!lead_dateline(str_from_c(text), lex(lang), &d))
		return "";
	snprintf(out, 160, "%.*s|%.*s|%s|%zu", STR_ARG(d.place),
		STR_ARG(d.agency), date_format(&d.date, day), d.length);
	return out;
}

#define assert_dateline(lang, text, want) \
	assert_string_equal(dateline(lang, text, (char[160]){ 0 }), want)

static void datelines_of_agencies(void **state)
{
	(void)state;
	assert_dateline("en", "LIMA (Reuters) - The port", "LIMA|Reuters||17");
	assert_dateline("en", "LIMA (Reuters) – The port", "LIMA|Reuters||19");
	assert_dateline(
		"en", "QUITO, Ecuador (AP) -- A fire", "QUITO, Ecuador|AP||23");
	assert_dateline(
		"en", "PARIS, May 14 (AFP) - The", "PARIS|AFP|--05-14|22");
	assert_dateline("de", "Berlin (dpa) - Die Bahn", "Berlin|dpa||15");
	assert_dateline("en", "(Reuters) - Shares", "|Reuters||12");
}

static void agencies_in_no_list(void **state)
{
	(void)state;
	assert_dateline("en", "PORTO VELA (Coast Wire) – The ferry",
		"PORTO VELA|Coast Wire||28");
	assert_dateline("en", "KELM, June 3 (Amt und Markt) -- The ferry",
		"KELM|Amt und Markt|--06-03|32");
	assert_dateline("en", "KELM, June 3 /Coast Wire/ -- The ferry",
		"KELM|Coast Wire|--06-03|29");
	assert_dateline("en", "KELM (Coast Wire), June 3 – The ferry",
		"KELM|Coast Wire|--06-03|30");
	assert_dateline(
		"en", "Kelm (Coast Wire) – The ferry", "Kelm|Coast Wire||22");
	assert_dateline("de", "Kelm (Pressedienst Nord) - Die Fähre",
		"Kelm|Pressedienst Nord||27");
	assert_dateline("en", "Ada Lind (Coast Party) – The ferry", "");
	assert_dateline("en", "Kelm (the old town) - The ferry", "");
	assert_dateline("en", "KELM (where he was born) - The ferry", "");
}

static void datelines_without_agency(void **state)
{
	(void)state;
	assert_dateline("en", "Quito, Ecuador, May 14 – The mayor",
		"Quito, Ecuador||--05-14|27");
	assert_dateline("en", "OSLO — The strike", "OSLO|||9");
	assert_dateline("en", "OSLO, March 3, 2009 — The strike",
		"OSLO||2009-03-03|24");
	assert_dateline(
		"en", "Washington, D.C. – The", "Washington, D.C.|||21");
}

static void clauses_are_no_datelines(void **state)
{
	(void)state;
	assert_dateline("en", "Peru - the larger country - won", "");
	assert_dateline("en", "The mayor – who was there – left", "");
	assert_dateline("en", "He said so in 2009 – and left.", "");
	assert_dateline("en", "OSLO — ", "");
	assert_dateline("en", "", "");
}

/* The names lead_byline reads, joined with "; ". */
static const char *byline(const char *lang, const char *text, char out[200])
{
	struct arena arena = { 0 };
	struct doc_builder b;
	size_t n = 0;

	doc_begin(&b, &arena);
	out[0] = '\0';
	if (!lead_byline(&b, str_from_c(text), lex(lang)))
		assert_int_equal(b.byline.n, 0);
	for (size_t i = 0; i < b.byline.n; i++)
		n += (size_t)snprintf(out + n, 200 - n, "%s%.*s", i ? "; " : "",
			STR_ARG(b.byline.v[i]));
	doc_abort(&b);
	arena_release(&arena);
	return out;
}

#define assert_byline(lang, text, want) \
	assert_string_equal(byline(lang, text, (char[200]){ 0 }), want)

static void bylines_give_names(void **state)
{
	(void)state;
	assert_byline("en", "By Ana Ruiz and Tom Okoro", "Ana Ruiz; Tom Okoro");
	assert_byline(
		"en", "By Ana Ruiz, Staff Writer | April 7, 2008", "Ana Ruiz");
	assert_byline("en", "By ANA RUIZ in Lima and Tom O'Hara in Cork",
		"ANA RUIZ; Tom O'Hara");
	assert_byline("en", "By Jan van der Meer for the Gazette",
		"Jan van der Meer");
	assert_byline("en", "By Reuters", "Reuters");
	assert_byline("en", "By Ana Ruiz, Head of Rivers and Town Planning",
		"Ana Ruiz");
	assert_byline("en", "Posted by Angler7 on 2 May 2019", "Angler7");
	assert_byline("en", "By Christmas the 9 May", "");
	assert_byline("en", "By Gazette staff and wire services",
		"Gazette staff and wire services");
	assert_byline("en", "By Ana Ruiz and Gazette reporters",
		"Ana Ruiz; Gazette reporters");
	assert_byline("de", "Von Jörg Groß und Éva Szabó, Berlin",
		"Jörg Groß; Éva Szabó");
	assert_byline(
		"fr", "Par Zoé Petit et Luc Morel", "Zoé Petit; Luc Morel");
	assert_byline("en", "— Gazette staff writers in Lima and Quito",
		"Gazette staff writers in Lima and Quito");
}

static void sentences_are_no_bylines(void **state)
{
	(void)state;
	assert_byline("en", "By Friday the army had gone", "");
	assert_byline("en", "By the time he left", "");
	assert_byline("en", "By Ana Ruiz's count the town has now grown.", "");
	assert_byline("en", "Bypass opens", "");
	assert_byline("de", "Von der Straße kam Lärm", "");
	assert_byline("en", "", "");
}

static void metadata_names_authors(void **state)
{
	static const char *const values[][2] = {
		{ "Ana Ruiz", "Ana Ruiz" },
		{ "By Ana Ruiz and Tom Okoro", "Ana Ruiz; Tom Okoro" },
		{ "admin", "" },
		{ "https://x.example/ana", "" },
		{ "Ana Ruiz (Lima)", "Ana Ruiz" },
		{ "ana@x.example", "" },
		{ "Ana Ruiz @anaruiz", "Ana Ruiz" },
		{ "Ana Ruiz | River Newsroom", "Ana Ruiz" },
		{ "Ana & Tom", "Ana; Tom" },
		{ "Ana, Lima", "Ana" },
		{ "det/dpa", "det; dpa" },
		{ "Ana Ruiz, The River Post, 10 Years on Rivers", "Ana Ruiz" },
	};

	(void)state;
	for (size_t k = 0; k < sizeof values / sizeof values[0]; k++) {
		struct arena arena = { 0 };
		struct doc_builder b;
		struct buf got = { 0 };

		doc_begin(&b, &arena);
		lead_authors(&b, str_from_c(values[k][0]), lex("en"));
		for (size_t i = 0; i < b.byline.n; i++)
			buf_add_f(&got, "%s%.*s", i ? "; " : "",
				STR_ARG(b.byline.v[i]));
		assert_str(buf_str(&got), values[k][1]);
		buf_release(&got);
		doc_abort(&b);
		arena_release(&arena);
	}
}

static void notes_and_captions(void **state)
{
	struct str credit = STR("A boat at dawn. Credit: Ana Ruiz / Gazette");

	(void)state;
	assert_true(lead_is_note(
		STR("(Additional reporting by Ana Ruiz in Lima)"), lex("en")));
	assert_true(lead_is_note(STR("Editing by Tom Okoro"), lex("en")));
	assert_true(lead_is_note(STR("Correction: It was May."), lex("en")));
	assert_false(lead_is_note(STR("Correction fluid sold out"), lex("en")));
	assert_true(lead_is_caption(STR("Photo: A boat at dawn."), lex("en")));
	assert_true(lead_is_caption(STR("Foto: dpa"), lex("de")));
	assert_true(lead_is_caption(credit, lex("en")));
	assert_str(lead_caption(credit, lex("en")), "A boat at dawn.");
	assert_false(
		lead_is_caption(STR("He told the Photo: \"No.\""), lex("en")));
	assert_false(lead_is_caption(STR("Photography is an art."), lex("en")));
}

static void tail_headings(void **state)
{
	(void)state;
	assert_true(lead_is_tail_heading(STR("Latest news"), lex("en")));
	assert_true(lead_is_tail_heading(STR("LATEST NEWS:"), lex("en")));
	assert_true(lead_is_tail_heading(
		STR("You might also likeRELATED"), lex("en")));
	assert_true(lead_is_tail_heading(STR("Comments (12)"), lex("en")));
	assert_true(lead_is_tail_heading(STR("12 Kommentare"), lex("de")));
	assert_true(lead_is_tail_heading(
		STR("Das könnte Sie auch interessieren:"), lex("de")));
	assert_true(lead_is_tail_heading(STR("À lire aussi"), lex("fr")));
	/* English furniture stands on pages in any language. */
	assert_true(lead_is_tail_heading(STR("Leave a Reply"), lex("de")));
	assert_false(lead_is_tail_heading(
		STR("Comments by the mayor anger the port"), lex("en")));
	assert_false(lead_is_tail_heading(STR("Latest news."), lex("en")));
}

static void pages_in_six_languages(void **state)
{
	static const struct {
		const char *lang, *byline, *note, *caption, *tail, *prose;
	} pages[] = {
		{ "de", "Von unserer Korrespondentin Ana Groß",
			"Dieser Artikel wurde aktualisiert.",
			"Bildquelle: Hafenamt", "Mehr aus dem Ressort",
			"Mehr Bilder als Worte" },
		{ "en", "Story by Ana Ruiz",
			"This story was amended on Monday.",
			"Photo courtesy of the harbour office",
			"What others are reading", "What others read at sea" },
		{ "es", "Escrita por Ana Ruiz",
			"Este artículo ha sido actualizado.",
			"Foto de archivo: el puerto", "Te puede interesar",
			"Te puede costar" },
		{ "fr", "Propos recueillis par Ana Petit",
			"Cet article a été mis à jour.",
			"Capture d'écran : le port", "À ne pas manquer",
			"À ne pas croire" },
		{ "it", "A cura di Ana Rossi",
			"Questo articolo è stato corretto.",
			"Foto d'archivio: il porto", "Potrebbe interessarti",
			"Potrebbe piovere" },
		{ "pt", "Reportagem de Ana Lima", "Este artigo foi atualizado.",
			"Imagem de arquivo: o porto", "Leia também",
			"Leia quem quiser" },
	};

	(void)state;
	for (size_t k = 0; k < sizeof pages / sizeof pages[0]; k++) {
		const struct lexicon *own = lex(pages[k].lang);
		struct str prose = str_from_c(pages[k].prose);

		assert_byline(pages[k].lang, pages[k].byline,
			strstr(pages[k].byline, "Ana"));
		assert_true(lead_is_note(str_from_c(pages[k].note), own));
		assert_true(lead_is_caption(str_from_c(pages[k].caption), own));
		assert_true(
			lead_is_tail_heading(str_from_c(pages[k].tail), own));
		assert_false(lead_is_note(prose, own));
		assert_false(lead_is_caption(prose, own));
		assert_false(lead_is_tail_heading(prose, own));
	}
}

static void the_first_block_starts_behind_its_dateline(void **state)
{
	struct arena arena = { 0 };
	struct doc_builder b;
	struct doc *d;

	(void)state;
	doc_begin(&b, &arena);
	doc_add(&b, BLOCK_PARAGRAPH,
		STR("LIMA, May 14 (Reuters) - The port of the city was closed "
		    "on Sunday after a fire."));
	doc_add(&b, BLOCK_PARAGRAPH, STR("OSLO - It will open on Monday."));
	lead_complete(&b);
	d = doc_end(&b);
	assert_str(d->dateline, "LIMA");
	assert_str(d->source, "Reuters");
	assert_str(d->lang, "en");
	assert_int_equal(d->hint.month, 5);
	assert_int_equal(d->hint.day, 14);
	assert_int_equal(d->hint.weekday, 7);
	assert_int_equal(d->date.year, 0);
	assert_true(str_starts(
		str_slice(d->text, d->blocks[0].start, d->blocks[0].end),
		STR("The port of")));
	assert_true(str_starts(
		str_slice(d->text, d->blocks[1].start, d->blocks[1].end),
		STR("OSLO")));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(datelines_of_agencies),
		cmocka_unit_test(agencies_in_no_list),
		cmocka_unit_test(datelines_without_agency),
		cmocka_unit_test(clauses_are_no_datelines),
		cmocka_unit_test(bylines_give_names),
		cmocka_unit_test(sentences_are_no_bylines),
		cmocka_unit_test(metadata_names_authors),
		cmocka_unit_test(notes_and_captions),
		cmocka_unit_test(tail_headings),
		cmocka_unit_test(pages_in_six_languages),
		cmocka_unit_test(the_first_block_starts_behind_its_dateline),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
