package eu.urbact.infocus.directory.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static java.util.Map.entry;

/**
 * Languages by what they are called in English, in the languages of the network and in themselves, in any spelling, or by their ISO 639
 * codes of two or three letters.
 */
final class LanguageNames {

    /** Where or how it is spoken or written, as in "pt-BR" and "English (UK)". */
    private static final Pattern VARIETY = Pattern.compile("\\([^()]*\\)|[-_]\\p{Alpha}{2}\\h*$");

    /** The codes of ISO 639-2 made of English names, which catalogues use, where another one is made of the language's own name. */
    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(
            entry("alb", "sq"),
            entry("arm", "hy"),
            entry("baq", "eu"),
            entry("bur", "my"),
            entry("chi", "zh"),
            entry("cze", "cs"),
            entry("dut", "nl"),
            entry("fre", "fr"),
            entry("geo", "ka"),
            entry("ger", "de"),
            entry("gre", "el"),
            entry("ice", "is"),
            entry("mac", "mk"),
            entry("mao", "mi"),
            entry("may", "ms"),
            entry("per", "fa"),
            entry("rum", "ro"),
            entry("slo", "sk"),
            entry("tib", "bo"),
            entry("wel", "cy"));

    /** Codes by folded name. */
    private static final Map<String, String> CODES = codes();

    private LanguageNames() {}

    /** The ISO 639 code of a language, of two letters where there is one; empty when nothing is called so. */
    static Optional<String> code(String name) {
        // some names have brackets themselves
        return known(name).or(() -> known(VARIETY.matcher(name).replaceAll("")));
    }

    private static Optional<String> known(String name) {
        return Optional.ofNullable(CODES.get(CountryNames.folded(name)));
    }

    private static Map<String, String> codes() {
        List<String> languages = Stream.concat(
                        Arrays.stream(Locale.getISOLanguages()),
                        // those without a code of two letters that somebody writes by computer, such as Asturian
                        Arrays.stream(Locale.getAvailableLocales()).map(Locale::getLanguage))
                .filter(code -> !code.isEmpty())
                .map(code -> Locale.forLanguageTag(code).getLanguage())
                .distinct()
                .sorted()
                .toList();
        Map<String, String> codes = new HashMap<>();
        languages.forEach(code -> codes.put(code, code));
        codes.putAll(BIBLIOGRAPHIC);
        // those of two letters all have one of three letters
        languages.stream()
                .filter(code -> code.length() == 2)
                .forEach(code -> codes.put(Locale.forLanguageTag(code).getISO3Language(), code));
        codes.put("castilian", "es");
        codes.put("castellano", "es");
        codes.put("farsi", "fa");
        codes.put("flemish", "nl");
        codes.put("gaelic", "gd");
        codes.put("irish gaelic", "ga");
        codes.put("mandarin", "zh");
        codes.put("chinese mandarin", "zh");
        codes.put("moldovan", "ro");
        codes.put("norwegian bokmal", "nb");
        codes.put("valencian", "ca");
        codes.put("vasco", "eu");
        for (String code : languages) {
            Locale language = Locale.forLanguageTag(code);
            codes.putIfAbsent(CountryNames.folded(language.getDisplayLanguage(language)), code);
        }
        for (String speech : CountryNames.LANGUAGES) {
            for (String code : languages) {
                codes.putIfAbsent(
                        CountryNames.folded(
                                Locale.forLanguageTag(code).getDisplayLanguage(Locale.forLanguageTag(speech))),
                        code);
            }
        }
        codes.remove("");
        return Map.copyOf(codes);
    }
}
