package eu.urbact.infocus.directory.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Languages by what they are called in English, in the languages of the network and in themselves, in any spelling, or by their ISO 639 code. */
final class LanguageNames {

    /** Codes by folded name. */
    private static final Map<String, String> CODES = codes();

    private LanguageNames() {}

    /** The ISO 639 code of a language, of two letters where there is one; empty when nothing is called so. */
    static Optional<String> code(String name) {
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
        codes.put("castilian", "es");
        codes.put("castellano", "es");
        codes.put("flemish", "nl");
        codes.put("mandarin", "zh");
        codes.put("chinese mandarin", "zh");
        codes.put("moldovan", "ro");
        codes.put("norwegian bokmal", "nb");
        codes.put("valencian", "ca");
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
