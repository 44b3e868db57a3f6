/* src/input/plain.c: articles in page dumps. All texts are invented. */
#include "page.h"

static struct got read_text(const char *text)
{
	return got_plain(str_from_c(text));
}

/* Block i as "kind: text". */
static void assert_block(const struct doc *d, size_t i, const char *want)
{
	struct buf b = { 0 };

	if (i >= d->n_blocks)
		fail_msg("there is no block %zu", i);
	buf_add_f(&b, "%s: %.*s", doc_block_names[d->blocks[i].kind],
		STR_ARG(str_slice(
			d->text, d->blocks[i].start, d->blocks[i].end)));
	assert_str(buf_str(&b), want);
	buf_release(&b);
}

#define LEAD \
	"The harbour of the island will stay closed until the end of the " \
	"month, the port office said on Tuesday, because divers found " \
	"cracks in the outer wall."
#define SECOND \
	"Ships will be sent to the two smaller ports in the north, where " \
	"the crews expect to wait for several days before they can unload."

static void furniture_around_a_wire_story_goes(void **state)
{
	struct got got = read_text(
		"Island HeraldNewsIsland harbour closed after cracks found\n\n"
		"Island harbour closed after cracks found\n\n\n"
		"Reuters: " LEAD " By Ana Ruiz and Tom Okoro\n\n"
		"PORT LUZ (Reuters) – " LEAD "\n\n" SECOND "\n\n"
		"NORTH PORTS\n\n" SECOND " They said so twice.\n\n"
		"(Additional reporting by Zoe Petit in Cork)\n\n"
		"Latest news\n\n"
		"Something else happened in a far away place\n\n"
		"The teaser of that other story is cut after a few words...\n\n"
		"You might also likeRELATED\nRecommended to you");
	struct doc *d = got.doc;

	(void)state;
	assert_int_equal(got.articles, 1);
	assert_str(d->title, "Island harbour closed after cracks found");
	assert_str(d->source, "Reuters");
	assert_str(d->dateline, "PORT LUZ");
	assert_str(d->lang, "en");
	assert_int_equal(d->n_byline, 2);
	assert_str(d->byline[0], "Ana Ruiz");
	assert_str(d->byline[1], "Tom Okoro");
	assert_int_equal(d->date.year, 0);
	assert_int_equal(d->hint.weekday, 2);
	assert_int_equal(d->n_blocks, 5);
	assert_block(d, 0, "paragraph: " LEAD);
	assert_block(d, 1, "paragraph: " SECOND);
	assert_block(d, 2, "heading: NORTH PORTS");
	assert_block(d, 4, "note: (Additional reporting by Zoe Petit in Cork)");
	arena_release(&got.arena);
}

static void a_title_cut_in_the_breadcrumb_is_found_whole(void **state)
{
	struct got got = read_text(
		"Island HeraldNewsIsland harbour closed after...\n\n"
		"Island harbour closed after cracks found\n\n"
		"Island Herald: Port Luz, May 14 – " LEAD " Island Herald\n\n"
		"Port Luz, May 14 – " LEAD "\n\n" SECOND "\n");
	struct doc *d = got.doc;

	(void)state;
	assert_str(d->title, "Island harbour closed after cracks found");
	assert_str(d->source, "Island Herald");
	assert_str(d->dateline, "Port Luz");
	assert_int_equal(d->n_byline, 0);
	assert_int_equal(d->date.year, 0);
	assert_int_equal(d->hint.month, 5);
	assert_int_equal(d->hint.day, 14);
	assert_int_equal(d->n_blocks, 2);
	assert_block(d, 0, "paragraph: " LEAD);
	arena_release(&got.arena);
}

static void a_blog_post_has_date_signature_and_caption(void **state)
{
	struct got got = read_text(
		"Salt & Tar\n\nNotes from the quays\n\n"
		"« Previous Post | Salt & Tar Home | Next Post »\n\n"
		"PORT LUZ: the wall that would not hold\n\n"
		"March 3, 2009 |  4:05 pm\n\n\n" LEAD "\n\n"
		"The engineer wrote in an e-mail:\n\n" SECOND "\n\n"
		"— Herald staff writers in Port Luz and Cork\n\n"
		"Photo: A crane at dawn. Credit: Ana Ruiz / Island Herald");
	struct doc *d = got.doc;
	char out[DATE_TEXT_MAX];

	(void)state;
	assert_str(d->title, "PORT LUZ: the wall that would not hold");
	assert_str(d->source, "Salt & Tar");
	assert_string_equal(date_format(&d->date, out), "2009-03-03T16:05");
	assert_int_equal(d->date_basis, BASIS_TEXT);
	assert_int_equal(d->n_byline, 1);
	assert_str(d->byline[0], "Herald staff writers in Port Luz and Cork");
	assert_int_equal(d->n_blocks, 4);
	assert_block(d, 2, "paragraph: " SECOND);
	assert_block(d, 3, "caption: Photo: A crane at dawn.");
	arena_release(&got.arena);
}

static void hard_wraps_are_rejoined(void **state)
{
	struct got got = read_text(
		"  • Home\n  • News\n  • Sport\n\n"
		"Divers find cracks in the harbour wall\n\n"
		"By Ana Ruiz\n7 May 2010\n\n"
		"The harbour of the island will stay closed until the end of\n"
		"the month, the port office said on Tuesday, because divers\n"
		"found cracks in the outer wall.\n\n"
		"Ships will be sent to the two smaller ports in the north,\n"
		"where the crews expect to wait for several days before they\n"
		"can unload.\n"
		"The mayor said that the well-\n"
		"known wall had been checked in the spring by two engineers.\n"
		"\n"
		"  • Contact\n  • Imprint\n");
	struct doc *d = got.doc;
	char out[DATE_TEXT_MAX];

	(void)state;
	assert_str(d->title, "Divers find cracks in the harbour wall");
	assert_string_equal(date_format(&d->date, out), "2010-05-07");
	assert_int_equal(d->n_byline, 1);
	assert_str(d->byline[0], "Ana Ruiz");
	assert_int_equal(d->n_blocks, 4);
	assert_block(d, 0, "paragraph: " LEAD);
	assert_block(d, 1,
		"paragraph: Ships will be sent to the two smaller ports in the "
		"north, where the crews expect to wait for several days before "
		"they can unload.");
	arena_release(&got.arena);
}

static void a_page_names_its_site_and_writer(void **state)
{
	struct got got = read_text(
		"Skip to content The Island Herald\n\n  • News\n  • Sport\n\n"
		"Island harbour closed after cracks found\n\n"
		"Ana Ruiz\n\n21 June 2018\n\n" LEAD "\n\n" SECOND "\n\n"
		"Share Save Print\n\nGet the Morning Tide\n\n"
		"Our newsletter brings you the harbour and the weather, six "
		"mornings a week.\n\n"
		"© 2018 The Island Herald Company. All rights reserved.");
	struct doc *d = got.doc;

	(void)state;
	assert_str(d->site, "The Island Herald");
	assert_str(d->source, "The Island Herald");
	assert_int_equal(d->n_byline, 1);
	assert_str(d->byline[0], "Ana Ruiz");
	assert_int_equal(d->n_blocks, 2);
	assert_block(d, 0, "paragraph: " LEAD);
	assert_block(d, 1, "paragraph: " SECOND);
	arena_release(&got.arena);
}

static void the_agency_is_the_source_of_a_copy(void **state)
{
	struct got got = read_text(
		"The Island Herald\n\nIsland harbour closed after cracks found\n\n"
		"By Ana Ruiz\n\n21 June 2018\n\n"
		"PORT LUZ (Coast Wire) – " LEAD "\n\n" SECOND "\n\n"
		"The Island Herald, Quay Street, Port Luz. Founded 1861.");
	struct doc *d = got.doc;

	(void)state;
	assert_str(d->dateline, "PORT LUZ");
	assert_str(d->source, "Coast Wire");
	assert_str(d->site, "The Island Herald");
	arena_release(&got.arena);
}

/* The title of a page whose head is `head`. */
static void assert_title(const char *head, const char *want)
{
	struct buf page = { 0 };
	struct got got;

	buf_add_f(&page, "%s\n\n%s\n\n%s\n", head, LEAD, SECOND);
	got = got_plain(buf_str(&page));
	assert_str(got.doc->title, want);
	arena_release(&got.arena);
	buf_release(&page);
}

static void the_title_stands_out_from_the_lines_around_it(void **state)
{
	(void)state;
	assert_title("Home » News » Harbour\n\n"
		     "Island harbour closed after cracks found\n\n"
		     "Home / News / Harbour",
		"Island harbour closed after cracks found");
	assert_title("Island harbour closed after cracks found\n\n"
		     "Divers to return to the wall on Friday\n\n"
		     "Skip to main content",
		"Island harbour closed after cracks found");
	assert_title("Island harbour closed after cracks found\n\n"
		     "Buy two tickets for one this weekend",
		"Island harbour closed after cracks found");
	assert_title("News\n\nReport on the harbour wall of 10 May 2019",
		"Report on the harbour wall of 10 May 2019");
	assert_title("Island harbour closed after cracks found\n\n"
		     "Ana Ruiz Lopez\n\n21 June 2018",
		"Island harbour closed after cracks found");
	assert_title("Herald\n\nAll the news of the harbour and the island\n\n"
		     "  • Start\n  • Weather\n\nCracks\n\n"
		     "Posted on 21 June 2018 by Ana Ruiz",
		"Cracks");
	assert_title("Herald » Feed Herald » Cracks in the wall » Comments\n\n"
		     "Notes from the quays\n\nCracks in the wall\n\n"
		     "More of Ana Ruiz and her notes",
		"Cracks in the wall");
}

/* lynx sets headings left of the text, and names buttons. */
static void a_title_stands_left_of_the_text_it_heads(void **state)
{
	struct got got = read_text(
		"   Tides of the week and the weather at sea\n\n"
		"Old wall leaks\n\n"
		"   (BUTTON) Share this story with a friend\n\n"
		"   The harbour of the island will stay closed until the end of\n"
		"   the month, the port office said on Tuesday, because divers\n"
		"   found cracks in the outer wall.\n\n"
		"   Ships will be sent to the two smaller ports in the north,\n"
		"   where the crews expect to wait for several days before they\n"
		"   can unload.\n");
	struct doc *d = got.doc;

	(void)state;
	assert_str(d->title, "Old wall leaks");
	assert_int_equal(d->n_blocks, 2);
	assert_block(d, 0, "paragraph: " LEAD);
	arena_release(&got.arena);
}

static void a_title_behind_a_notice_is_found(void **state)
{
	struct got got = read_text(
		"We keep small files on your device so that the page works.\n\n"
		"Divers find cracks in the harbour wall\n\n"
		"Ships wait outside\n\n" LEAD "\n\n" SECOND "\n");
	struct doc *d = got.doc;

	(void)state;
	assert_str(d->title, "Divers find cracks in the harbour wall");
	assert_block(d, d->n_blocks - 2, "paragraph: " LEAD);
	arena_release(&got.arena);
}

static void comments_are_not_the_article(void **state)
{
	struct buf page = { 0 };
	struct got got;

	(void)state;
	buf_add(&page, STR("Divers find cracks in the harbour wall\n\n" LEAD
			   "\n\n" SECOND "\n\n" SECOND " They wait.\n\n"
			   "Share\n\nPrint\n\nMail\n\nOld\n\nNew\n\nBest\n\n"
			   "Comments\n\n"));
	for (int i = 0; i < 4; i++)
		buf_add_f(&page,
			"Reader %d\n\nReply\n\nThe wall was old when "
			"I was %d, and nobody believed the ones who said so at "
			"the time, because they were young.\n\n",
			i, i + 10);
	got = got_plain(buf_str(&page));
	assert_int_equal(got.doc->n_blocks, 3);
	assert_block(got.doc, 0, "paragraph: " LEAD);
	arena_release(&got.arena);
	buf_release(&page);
}

static void numbered_links_are_removed(void **state)
{
	struct got got = read_text(
		"   #[1]Herald feed [2]alternate\n\n"
		"     * [3]Home\n     * [4]News\n     * (BUTTON) Menu\n\n"
		"Divers find cracks in the harbour wall\n\n"
		"   The harbour of the [5]island will stay closed until the end\n"
		"   of the month, the port office said on Tuesday, because\n"
		"   [6]divers found cracks in the outer wall.\n\n"
		"   Ships will be sent to the two smaller ports in the north,\n"
		"   where the crews expect to wait for several days before they\n"
		"   can unload.\n\n"
		"     * [7]Imprint\n\n"
		"References\n\n   Visible links:\n"
		"   1. http://h.example/feed\n   2. http://h.example/\n"
		"   3. http://h.example/home\n   4. http://h.example/news\n"
		"   5. http://h.example/i\n   6. http://h.example/d\n"
		"   7. http://h.example/imprint\n");
	struct doc *d = got.doc;

	(void)state;
	assert_str(d->title, "Divers find cracks in the harbour wall");
	assert_int_equal(d->n_blocks, 2);
	assert_block(d, 0, "paragraph: " LEAD);
	assert_block(d, 1, "paragraph: " SECOND);
	arena_release(&got.arena);
}

static void a_short_text_comes_whole(void **state)
{
	struct got got = read_text("Harbour closed\n\nIt is shut.\n\n" LEAD
				   "\n\n\"No.\"\n\nHe left.\n");
	struct doc *d = got.doc;

	(void)state;
	assert_str(d->title, "Harbour closed");
	assert_int_equal(d->n_blocks, 4);
	assert_block(d, 0, "paragraph: It is shut.");
	assert_block(d, 3, "paragraph: He left.");
	arena_release(&got.arena);
	got = read_text("No menu, no title, one line");
	assert_int_equal(got.articles, 1);
	assert_int_equal(got.doc->n_blocks, 1);
	arena_release(&got.arena);
}

/* A quotation may open the text and end it: neither makes it a title. */
static void a_paragraph_in_quotation_marks_is_no_title(void **state)
{
	struct got got = got_plain(STR(
		"Pier shut\n\nQUARNEL – “We sail on Friday,” said Ada Lind, "
		"the harbour master. “It is time.”\n\nThe old pier has been "
		"shut since the storm of last winter and will stay so.\n"));

	(void)state;
	assert_str(got.doc->title, "Pier shut");
	assert_str(got.doc->dateline, "QUARNEL");
	assert_int_equal(got.doc->n_blocks, 2);
	arena_release(&got.arena);
}

static void a_lead_cut_off_by_buttons_is_kept(void **state)
{
	struct got got = read_text(
		"Menu\n\nDivers find cracks in the harbour wall\n\n" LEAD
		"\n\nBy Ana Ruiz\n\nShare\n\nPrint\n\nMail\n\nTools\n\nMore\n\n"
		"Text size\n\nListen\n\nSave\n\nOne\n\nTwo\n\n" SECOND
		"\n\nThe mayor did not want to say when the works would begin, "
		"nor who would pay for them in the end.\n");
	struct doc *d = got.doc;

	(void)state;
	assert_str(d->title, "Divers find cracks in the harbour wall");
	assert_int_equal(d->n_byline, 1);
	assert_str(d->byline[0], "Ana Ruiz");
	assert_int_equal(d->n_blocks, 3);
	assert_block(d, 0, "standfirst: " LEAD);
	assert_block(d, 1, "paragraph: " SECOND);
	arena_release(&got.arena);
}

static void nothing_to_read_is_told(void **state)
{
	struct got got = read_text(" \n\n ---- \n");

	(void)state;
	assert_int_equal(got.articles, 0);
	assert_int_equal(got.skipped, 1);
	arena_release(&got.arena);
	got = read_text("");
	assert_int_equal(got.skipped, 1);
	arena_release(&got.arena);
}

static void a_long_first_line_is_cut_to_a_title(void **state)
{
	struct buf text = { 0 };
	struct got got;

	(void)state;
	for (int i = 0; i < 20000; i++)
		buf_add(&text, STR("Word "));
	buf_add(&text, STR("\n\n" LEAD "\n"));
	got = got_plain(buf_str(&text));
	assert_true(got.doc->title.n > 0 && got.doc->title.n <= 300);
	assert_int_equal(got.doc->n_warnings, 1);
	assert_block(got.doc, 0, "paragraph: " LEAD);
	arena_release(&got.arena);
	buf_release(&text);
}

/* Each holder of a copyright is looked for above the body. Looking for all of
 * these would take minutes. */
static void many_copyrights_cost_no_more_than_a_few(void **state)
{
	struct buf page = { 0 };
	struct got got;

	(void)state;
	for (int i = 0; i < 40000; i++)
		buf_add_f(&page, "Menu line %d of the page\n\n", i);
	for (int i = 0; i < 9; i++)
		buf_add(&page, STR(LEAD "\n\n"));
	for (int i = 0; i < 40000; i++)
		buf_add_f(&page, "© 2010 Alpha%d Beta\n\n", i);
	got = got_plain(buf_str(&page));
	assert_int_equal(got.articles, 1);
	assert_null(got.doc->site.p);
	arena_release(&got.arena);
	buf_release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(furniture_around_a_wire_story_goes),
		cmocka_unit_test(a_title_cut_in_the_breadcrumb_is_found_whole),
		cmocka_unit_test(a_blog_post_has_date_signature_and_caption),
		cmocka_unit_test(hard_wraps_are_rejoined),
		cmocka_unit_test(a_page_names_its_site_and_writer),
		cmocka_unit_test(the_agency_is_the_source_of_a_copy),
		cmocka_unit_test(the_title_stands_out_from_the_lines_around_it),
		cmocka_unit_test(a_title_stands_left_of_the_text_it_heads),
		cmocka_unit_test(a_title_behind_a_notice_is_found),
		cmocka_unit_test(comments_are_not_the_article),
		cmocka_unit_test(numbered_links_are_removed),
		cmocka_unit_test(a_short_text_comes_whole),
		cmocka_unit_test(a_paragraph_in_quotation_marks_is_no_title),
		cmocka_unit_test(a_lead_cut_off_by_buttons_is_kept),
		cmocka_unit_test(nothing_to_read_is_told),
		cmocka_unit_test(a_long_first_line_is_cut_to_a_title),
		cmocka_unit_test(many_copyrights_cost_no_more_than_a_few),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
