package eu.urbact.infocus.directory.profile;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Countries by what they are called in English and in the languages of the network, in any spelling, or by their code of two letters. */
final class CountryNames {

    /** The languages of the network, English first. */
    static final List<String> LANGUAGES = List.of("en", "es", "eu", "fr", "pt", "it", "de", "pl", "cs", "ro");

    /** Codes by folded name. */
    private static final Map<String, String> CODES = codes();

    private CountryNames() {}

    /** The ISO 3166 code of a country; empty when nothing is called so. */
    static Optional<String> code(String name) {
        return Optional.ofNullable(CODES.get(folded(name)));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            codes.put(folded(code), code);
        }
        // what the institutions of the Union call Greece and the United Kingdom
        codes.put("el", "GR");
        codes.put("uk", "GB");
        codes.put("usa", "US");
        codes.put("czech republic", "CZ");
        codes.put("great britain", "GB");
        codes.put("the netherlands", "NL");
        codes.put("holland", "NL");
        codes.put("united states of america", "US");
        for (String language : LANGUAGES) {
            Locale speech = Locale.forLanguageTag(language);
            for (String code : Locale.getISOCountries()) {
                codes.putIfAbsent(
                        folded(new Locale.Builder().setRegion(code).build().getDisplayCountry(speech)), code);
            }
        }
        return Map.copyOf(codes);
    }

    static String folded(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace('ł', 'l'), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
