package eu.urbact.infocus.chassis.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Reads what a client accepts as it is meant, before anything chooses a format by it (RFC 9110, 12.5.1): media types know no case,
 * {@code *} alone, which old clients send, is everything, and of the parameters only the quality counts, as no profile or character set
 * makes another format. What cannot be read is left out; a client of which nothing can be read takes anything.
 *
 * <p>The portal has the same; a change belongs in both.
 */
@ApplicationScoped
class ReadableAccept {

    /** Before whatever looks at the header. */
    private static final int EARLY = 900;

    /** What the server itself offers there has parameters that mean something, such as the version of the metrics' format. */
    private static final String OF_THE_SERVER = "/q/";

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern RANGE = Pattern.compile("(?<type>" + TOKEN + ")(/(?<subtype>" + TOKEN + "))?");
    private static final Pattern QUALITY = Pattern.compile("(?i)q\\s*=\\s*(?<value>(0?\\.\\d+|0\\.?|1(\\.0*)?))");
    private static final Pattern A_QUALITY = Pattern.compile("(?i)q\\s*=.*");

    void register(@Observes Filters filters) {
        filters.register(ReadableAccept::mend, EARLY);
    }

    private static void mend(RoutingContext context) {
        List<String> given = context.request().headers().getAll(HttpHeaders.ACCEPT);
        if (!given.isEmpty() && !context.request().path().startsWith(OF_THE_SERVER)) {
            context.request().headers().set(HttpHeaders.ACCEPT, readable(String.join(",", given)));
        }
        context.next();
    }

    /** The same without what nobody can read; everything when nothing is left. */
    static String readable(String accept) {
        String ranges = parts(accept, ',').stream()
                .flatMap(range -> range(range).stream())
                .collect(Collectors.joining(","));
        return ranges.isEmpty() ? "*/*" : ranges;
    }

    private static Optional<String> range(String text) {
        List<String> parts = parts(text, ';');
        Matcher range = RANGE.matcher(parts.get(0));
        if (!range.matches()) {
            return Optional.empty();
        }
        String type = range.group("type").toLowerCase(Locale.ROOT);
        String subtype =
                range.group("subtype") == null ? "" : range.group("subtype").toLowerCase(Locale.ROOT);
        boolean everything = type.equals("*") && (subtype.isEmpty() || subtype.equals("*"));
        if (!everything && (subtype.isEmpty() || type.contains("*"))) {
            return Optional.empty();
        }
        String media = everything ? "*/*" : type + "/" + subtype;
        List<String> qualities = parts.stream()
                .skip(1)
                .filter(part -> A_QUALITY.matcher(part).matches())
                .toList();
        if (qualities.isEmpty()) {
            return Optional.of(media);
        }
        Matcher quality = QUALITY.matcher(qualities.get(0));
        return quality.matches()
                ? Optional.of(media + ";q=" + shortened(quality.group("value").replaceFirst("^\\.", "0.")))
                : Optional.empty();
    }

    /** Three digits behind the point: the standard knows no more, and what chooses a format by it refuses a request that has more. */
    private static String shortened(String quality) {
        return quality.substring(0, Math.min(quality.length(), "0.000".length()));
    }

    /** What stands between separators, but for those in quotes. */
    private static List<String> parts(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == '\\' && quoted) {
                i++;
            } else if (letter == separator && !quoted) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }
}
