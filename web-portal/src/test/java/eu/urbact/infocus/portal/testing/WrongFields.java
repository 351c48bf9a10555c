package eu.urbact.infocus.portal.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every page with a form, above all for one that says what is wrong (WCAG 2.2, 3.3.1): each line of the summary says which
 * field it is about and leads to it, and whoever is at the field is told there. {@link Browser} looks at every page that a test opens.
 */
final class WrongFields {

    private static final Pattern SUMMARY =
            Pattern.compile("(?s)<div class=\"error-summary\" id=\"error-summary\".*?</div>");
    private static final Pattern LINK = Pattern.compile("(?s)<a href=\"#([^\"]+)\">(.*?)</a>");
    private static final Pattern BESIDE = Pattern.compile("<p class=\"error\"[^>]*>");
    private static final Pattern FIELDSET = Pattern.compile("<(/?)fieldset[^>]*>");
    private static final Pattern FORM = Pattern.compile("(?s)<form [^>]*>.*?</form>");
    private static final Pattern READ_BY_THE_BROWSER =
            Pattern.compile(" type=\"(date|time|datetime-local|month|week|number)\"");
    private static final Set<String> ALONE = Set.of("select", "textarea", "input");

    private static final Set<String> EMPTY_WORDS =
            Set.of("the", "and", "for", "are", "you", "is", "in", "of", "it", "be", "or", "an");

    private final String html;

    private WrongFields(String html) {
        this.html = html;
    }

    static void check(String html) {
        WrongFields page = new WrongFields(html);
        page.checkForms();
        Matcher summary = SUMMARY.matcher(html);
        if (summary.find()) {
            page.checkSummary(summary.group());
        }
    }

    /** A field of which the browser can make nothing is sent empty, as if what is stored were to be deleted. */
    private void checkForms() {
        FORM.matcher(html)
                .results()
                .map(MatchResult::group)
                .filter(form -> READ_BY_THE_BROWSER.matcher(form).find())
                .forEach(form -> assertThat(form.substring(0, form.indexOf('>')))
                        .as("a form in which the browser has to look for days, times and numbers that are none")
                        .doesNotContain("novalidate"));
    }

    private void checkSummary(String summary) {
        assertThat(html).contains("<title>Error: ");
        List<MatchResult> links = LINK.matcher(summary).results().toList();
        assertThat(links.stream().map(link -> link.group(2)))
                .as("lines of the summary")
                .doesNotHaveDuplicates();
        links.forEach(link -> checkField(link.group(1), Browser.unescape(link.group(2))));
        FORM.matcher(html)
                .results()
                .flatMap(form -> BESIDE.matcher(form.group()).results())
                .map(MatchResult::group)
                .forEach(error -> assertThat(html)
                        .as("who is told " + error)
                        .containsPattern(
                                "aria-describedby=\"([^\"]* )?" + Pattern.quote(value(error, "id")) + "[ \"]"));
    }

    private void checkField(String id, String message) {
        Matcher target = Pattern.compile("<(\\w+)[^>]* id=\"" + Pattern.quote(id) + "\"[^>]*>")
                .matcher(html);
        String where = "#" + id + ", to which “" + message + "” leads";
        assertThat(target.find()).as(where).isTrue();
        String tag = target.group();
        if (target.group(1).equals("a")) {
            // goes on to the page where it can be put right
            return;
        }
        List<Integer> groups = groupsAround(target.start());
        boolean oneOfSeveral = tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"");
        if (!oneOfSeveral) {
            assertThat(tag)
                    .as(where)
                    .contains(ALONE.contains(target.group(1)) ? "aria-invalid=\"true\"" : "tabindex=\"-1\"");
        }
        // a message about several to choose from belongs to all of them
        Stream<String> told =
                Stream.concat(Stream.of(tag), oneOfSeveral ? groups.stream().map(this::tagAt) : Stream.empty());
        assertThat(told.flatMap(one -> Stream.of(value(one, "aria-describedby").split(" ")))
                        .filter(one -> !one.isEmpty())
                        .map(one -> textOf(" id=\"" + one + "\"")))
                .as(where)
                .anyMatch(text -> text.matches("Error: \\S.*"));
        String name = textOf(" for=\"" + id + "\"") + " "
                + (ALONE.contains(target.group(1)) ? "" : textOf(" id=\"" + id + "\"")) + " "
                + groups.stream().map(this::legendAt).collect(Collectors.joining(" "));
        assertThat(words(message)).as(where + ": " + name).containsAnyElementsOf(words(name));
    }

    /** Where the fieldsets begin that a place is in. */
    private List<Integer> groupsAround(int place) {
        Deque<Integer> open = new ArrayDeque<>();
        Matcher fieldset = FIELDSET.matcher(html).region(0, place);
        while (fieldset.find()) {
            if (fieldset.group(1).isEmpty()) {
                open.push(fieldset.start());
            } else {
                open.pop();
            }
        }
        return List.copyOf(open);
    }

    private String tagAt(int place) {
        return html.substring(place, html.indexOf('>', place) + 1);
    }

    private String legendAt(int fieldset) {
        return text(html.substring(html.indexOf("<legend", fieldset), html.indexOf("</legend>", fieldset)));
    }

    /** What is in the first element that has this in its tag; nothing when there is none. */
    private String textOf(String attribute) {
        Matcher element = Pattern.compile("(?s)<(\\w+)[^>]*" + Pattern.quote(attribute) + "[^>]*>(.*?)</\\1>")
                .matcher(html);
        return element.find() ? text(element.group(2)) : "";
    }

    private static String value(String tag, String attribute) {
        Matcher found = Pattern.compile(" " + attribute + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }

    private static String text(String markup) {
        return Browser.unescape(markup.replaceAll("<[^>]+>", " "))
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The words of a text by their beginnings, so that "opens" and "opening" are the same, and without those that say nothing. */
    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> word.length() > 1 && !EMPTY_WORDS.contains(word))
                .map(word -> word.substring(0, Math.min(word.length(), 4)))
                .collect(Collectors.toSet());
    }
}
