package eu.urbact.infocus.directory.profile;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Countries by what they are called in English and in the languages of the network, in any spelling and order of words, or by their code
 * of two letters.
 */
final class CountryNames {

    /** The languages of the network, English first. */
    static final List<String> LANGUAGES = List.of("en", "es", "eu", "fr", "pt", "it", "de", "pl", "cs", "ro");

    /** ISO 3166 alpha-2, and the code that the Union uses for Kosovo. */
    private static final Set<String> KNOWN = Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
            .collect(Collectors.toUnmodifiableSet());

    /** What else they are called in English: by the institutions of the Union, in ISO 3166, formerly, or for short. */
    private static final String OTHER_NAMES = """
            AE: UAE, Emirates
            BA: Bosnia
            BN: Brunei Darussalam
            BO: Plurinational State of Bolivia
            BQ: Bonaire Sint Eustatius and Saba
            BY: Byelorussia
            CC: Cocos Islands
            CD: Democratic Republic of the Congo, DR Congo, DRC
            CG: Congo, Republic of the Congo
            CI: Ivory Coast
            CN: PRC, People's Republic of China
            CV: Cabo Verde
            CZ: Czech Republic
            FK: Falkland Islands (Malvinas), Falklands
            FM: Federated States of Micronesia
            GB: UK, U.K., Great Britain, United Kingdom of Great Britain and Northern Ireland
            GR: EL, Hellas
            HK: Hong Kong, Hongkong, Hong Kong SAR
            HM: Heard Island and McDonald Islands
            IE: Republic of Ireland
            IR: Islamic Republic of Iran
            KG: Kyrgyz Republic
            KP: Democratic People's Republic of Korea, DPRK
            KR: Republic of Korea
            LA: Lao People's Democratic Republic, Lao PDR
            LU: Luxemburg
            MD: Republic of Moldova
            MF: Saint Martin (French part)
            MK: Macedonia, Republic of North Macedonia, FYROM, The former Yugoslav Republic of Macedonia
            MM: Myanmar, Burma
            MO: Macao, Macau, Macao SAR
            NL: Holland
            PN: Pitcairn
            PS: Palestine, State of Palestine, Palestinian Territory
            RU: Russian Federation
            SH: Saint Helena Ascension and Tristan da Cunha
            SK: Slovak Republic
            SX: Sint Maarten (Dutch part)
            SY: Syrian Arab Republic
            SZ: Swaziland
            TL: East Timor
            TR: Türkiye, Republic of Türkiye
            TW: Chinese Taipei, Taiwan Province of China
            TZ: United Republic of Tanzania
            UM: United States Minor Outlying Islands
            US: USA, U.S.A., U.S., United States of America
            VA: Holy See, Vatican
            VE: Bolivarian Republic of Venezuela
            VG: Virgin Islands (British)
            VI: Virgin Islands (U.S.), United States Virgin Islands
            VN: Viet Nam
            """;

    /** Words that some leave out, and that tell no country from another. */
    private static final Set<String> SMALL_WORDS = Set.of("and", "of", "the");

    /** Codes by the words of a name. */
    private static final Map<String, String> CODES = codes();

    private CountryNames() {}

    /** The code of a country; empty when nothing is called so. */
    static Optional<String> code(String name) {
        return Optional.ofNullable(CODES.get(words(name)));
    }

    /** Whether this is the code of a country as it is kept. */
    static boolean isCode(String code) {
        return KNOWN.contains(code);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        KNOWN.forEach(code -> codes.put(words(code), code));
        OTHER_NAMES.lines().forEach(line -> {
            for (String name : line.substring(line.indexOf(':') + 1).split(",")) {
                codes.put(words(name), line.substring(0, 2));
            }
        });
        for (String language : LANGUAGES) {
            Locale speech = Locale.forLanguageTag(language);
            for (String code : KNOWN.stream().sorted().toList()) {
                codes.putIfAbsent(
                        words(new Locale.Builder().setRegion(code).build().getDisplayCountry(speech)), code);
            }
        }
        codes.remove("");
        return Map.copyOf(codes);
    }

    /** So that "Korea, Republic of" is the "Republic of Korea", and "St. Kitts & Nevis" are "Saint Kitts and Nevis". */
    private static String words(String name) {
        List<String> words = Arrays.stream(folded(name).split(" "))
                .filter(word -> !SMALL_WORDS.contains(word))
                .toList();
        // letters have an order: "U.S." is a country, "S.U." is none
        return words.stream()
                .map(word -> words.size() > 1 && word.equals("st") ? "saint" : word)
                .sorted(Comparator.comparing(word -> word.length() == 1 ? "" : word))
                .collect(Collectors.joining(" "));
    }

    static String folded(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace('ł', 'l'), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
