/* Where a page comes from: its address, site and language. */
#include "dateline/base/ascii.h"
#include "input/html_reader.h"
#include "input/phrase.h"

#define MAX_SITE 40 /* bytes of a site's name; a longer one has a motto */
#define MAX_SITE_WORDS 5 /* of a name that may be the page's title as well */

/* https://web.archive.org/web/20060514101112if_/http://… → http://… */
static struct str without_archive(struct str url)
{
	size_t at = str_find(url, STR("/web/"), 0), end;

	if (at == STR_NPOS)
		return url;
	for (end = at + 5; end < url.n && ascii_is_digit(url.p[end]);)
		end++;
	if (end < at + 5 + 4)
		return url;
	while (end < url.n && url.p[end] != '/')
		end++;
	if (str_starts(str_slice(url, end + 1, url.n), STR("http")))
		return str_slice(url, end + 1, url.n);
	return url;
}

static bool is_address(struct str url)
{
	return (str_starts_nocase(url, STR("http://")) ||
		       str_starts_nocase(url, STR("https://"))) &&
	       url.n > 10;
}

static struct str meta_named(const struct html_reader *r, struct str name)
{
	for (size_t i = 0; i < r->page.metas.n; i++)
		if (str_eq(r->page.metas.v[i].name, name))
			return str_trim(r->page.metas.v[i].value);
	return STR_NONE;
}

void html_read_address(struct html_reader *r)
{
	struct str found[] = { r->page.canonical, meta_named(r, STR("og:url")),
		r->source.address, r->ld.url,
		meta_named(r, STR("twitter:url")) };

	for (size_t i = 0; i < sizeof found / sizeof *found; i++) {
		struct str url = without_archive(str_trim(found[i]));

		if (!is_address(url))
			continue;
		r->doc.doc.url = doc_clean(&r->doc, url);
		return;
	}
}

/* The page in other languages: a path alone is on the same host. */
void html_read_translations(struct html_reader *r)
{
	struct str own = r->doc.doc.url;
	size_t host = str_find(own, STR("://"), 0), path;

	for (size_t i = 0; i < r->page.alternates.n; i++) {
		struct str href =
			without_archive(str_trim(r->page.alternates.v[i].href));
		struct buf url = { 0 };

		if (!is_address(href) && host != STR_NPOS &&
			str_starts(href, STR("/"))) {
			path = str_chr(own, '/', host + 3);
			buf_add(&url, str_slice(own, 0, path));
		}
		buf_add(&url, href);
		if (is_address(buf_str(&url)) && !str_eq(buf_str(&url), own))
			doc_add_translation(&r->doc, buf_str(&url));
		buf_release(&url);
	}
}

struct str html_host(struct str url)
{
	size_t at = str_find(url, STR("://"), 0), end;

	if (at == STR_NPOS)
		return STR_NONE;
	at += 3;
	for (end = at; end < url.n && url.p[end] != '/' && url.p[end] != ':' &&
		       url.p[end] != '?';)
		end++;
	url = str_slice(url, at, end);
	return str_starts_nocase(url, STR("www.")) ? str_slice(url, 4, url.n)
						   : url;
}

/* True for the article's title, which some pages say instead. */
static bool is_title(struct html_reader *r, struct str s)
{
	unsigned rank;

	return phrase_count(s) > MAX_SITE_WORDS &&
	       (html_same(r, s, buf_str(&r->page.title)) ||
		       html_same(r, s,
			       html_meta_value(
				       r, MARKUP_meta_title, 0, &rank)));
}

static bool is_site_name(struct html_reader *r, struct str s)
{
	return s.n > 1 && s.n < 100 && !is_address(s) && s.p[0] != '@' &&
	       !is_title(r, s);
}

/* "Harbour Post - News from the river": without the motto. */
static struct str without_motto(struct html_reader *r, struct str site)
{
	struct str name = STR_NONE;

	if (site.n > MAX_SITE)
		name = html_site_in(r, site);
	return name.n ? name : site;
}

void html_read_site(struct html_reader *r)
{
	unsigned rank;
	struct str host = html_host(r->doc.doc.url);
	struct str og = html_meta_value(r, MARKUP_meta_site, 0, &rank);
	struct str site = STR_NONE;

	if (is_site_name(r, og))
		site = og;
	if (is_site_name(r, r->ld.publisher) && (rank > 1 || site.n == 0))
		site = r->ld.publisher;
	if (site.n == 0)
		site = html_site_in(r, buf_str(&r->page.title));
	site = doc_clean(&r->doc, site.n ? site : host);
	r->site = without_motto(r, site);
	r->doc.doc.source = r->doc.doc.site = r->site;
}
