#include "dateline/text/url.h"

#include "dateline/base/ascii.h"
#include "dateline/base/message.h"

/* The rest after the scheme; STR_NONE when it is another one. */
static struct str after_scheme(struct str url)
{
	static const char *const schemes[] = { "https://", "http://" };

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
		struct str scheme = str_from_c(schemes[i]);

		if (str_starts_nocase(url, scheme))
			return str_slice(url, scheme.n, url.n);
	}
	return STR_NONE;
}

/* RFC 3986, 3.2: up to the first of these. A backslash, which browsers take for
 * a slash and others do not, is in no host. */
static struct str authority_of(struct str rest)
{
	size_t n = 0;

	while (n < rest.n && !strchr("/?#", rest.p[n]))
		n++;
	return str_slice(rest, 0, n);
}

/* "[::1]" of "[::1]:80". */
static struct str host_of(struct str authority)
{
	size_t bracket = str_chr(authority, ']', 0);
	size_t port =
		str_chr(authority, ':', bracket == STR_NPOS ? 0 : bracket);

	return str_slice(authority, 0, port);
}

bool url_split(struct str url, struct url_parts *out)
{
	struct str rest = after_scheme(url), authority;
	size_t query;

	if (!rest.p)
		return false;
	rest = str_slice(rest, 0, str_chr(rest, '#', 0));
	authority = authority_of(rest);
	if (!authority.n)
		return false;
	query = str_chr(rest, '?', authority.n);
	*out = (struct url_parts){ .host = host_of(authority),
		.path = str_slice(rest, authority.n, query),
		.query = STR_NONE };
	out->origin =
		str_of(url.p, (size_t)(authority.p - url.p) + authority.n);
	if (query != STR_NPOS)
		out->query = str_slice(rest, query + 1, rest.n);
	return true;
}

void url_page(struct buf *out, const struct url_parts *url)
{
	struct str host = url->host, path = url->path;

	if (str_starts_nocase(host, STR("www.")))
		host = str_slice(host, 4, host.n);
	for (size_t i = 0; i < host.n; i++)
		buf_add_c(out, ascii_lower(host.p[i]));
	while (str_ends(path, STR("/")))
		path.n--;
	buf_add(out, path);
}

static bool only_tells_the_way(struct str parameter)
{
	return str_starts(parameter, STR("utm_")) ||
	       str_starts(parameter, STR("fbclid=")) ||
	       str_starts(parameter, STR("gclid="));
}

void url_query(struct buf *out, const struct url_parts *url)
{
	struct str rest = url->query, parameter;
	bool any = false;

	while (str_split(&rest, '&', &parameter)) {
		if (!parameter.n || only_tells_the_way(parameter))
			continue;
		buf_add(out, any ? STR("&") : STR(""));
		buf_add(out, parameter);
		any = true;
	}
}

static bool is_host(struct str host)
{
	if (host.n == 0 || host.p[0] == '-' || host.p[0] == ':')
		return false;
	for (size_t i = 0; i < host.n; i++)
		if (!ascii_is_alnum(host.p[i]) && !strchr(".-:[]", host.p[i]))
			return false;
	return true;
}

static bool has_blank(struct str url)
{
	for (size_t i = 0; i < url.n; i++)
		if ((uint8_t)url.p[i] <= ' ' || url.p[i] == 0x7F)
			return true;
	return false;
}

static bool check(struct str url, struct err *e)
{
	struct str rest = after_scheme(url), authority;

	if (!url.n)
		return err_set(e, _("the article has no address"));
	if (!rest.p)
		return err_set(
			e, _("only http and https addresses are opened"));
	if (has_blank(url))
		return err_set(
			e, _("the address has blanks or controls in it"));
	authority = authority_of(rest);
	if (str_chr(authority, '@', 0) != STR_NPOS)
		return err_set(
			e, _("the address hides its host behind a user's "
			     "name"));
	if (!is_host(authority))
		return err_set(
			e, _("the address has no host that is written in "
			     "letters, digits and hyphens"));
	return true;
}

bool url_for_programs(struct buf *out, struct str url, struct err *e)
{
	if (!check(url, e))
		return false;
	for (size_t i = 0; i < url.n; i++) {
		if ((uint8_t)url.p[i] >= 0x80 ||
			strchr("\"'<>\\^`{|}", url.p[i]))
			buf_add_f(out, "%%%02X", (unsigned)(uint8_t)url.p[i]);
		else
			buf_add_c(out, url.p[i]);
	}
	return true;
}
