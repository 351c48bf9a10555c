package eu.urbact.infocus.chassis.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.text.Normalizer;
import java.util.regex.Pattern;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/**
 * Text that is published, and therefore names neither a mail address nor a telephone number: once in open data, they cannot be taken back.
 * A telephone number is told from other numbers by what stands before it: a plus or two noughts with the digits of a country's code, or a word such
 * as "tel."; or by its dots, as in 05.56.00.00.00. An amount of money, years, whole thousands, and what is counted in a named unit belong to none.
 * An at sign may also be written as "(at)", and a dot as "[dot]". Null passes.
 */
@Documented
@Constraint(validatedBy = NoContactData.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface NoContactData {

    String message() default Validator.PROBLEM;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks the text. */
    class Validator implements ConstraintValidator<NoContactData, String> {

        /** What is wrong, to which a rule may add what to do instead. */
        public static final String PROBLEM =
                "must not hold a mail address or a telephone number, as everybody can read it";

        /** What may stand between a word and its number, and the first digit. */
        private static final String NUMBER_SIGN =
                "(?:[\\h.:(]{0,3}(?:no|nr|num|numer|number|n[º°]|číslo|kom)(?!\\p{L}))?[\\s\\h.:()=/+＋‐-―-]{0,5}\\p{Nd}";

        private static final String AT = "(?:[@＠]|\\h{0,3}[(\\[{]\\h{0,3}(?:at|@|arroba)\\h{0,3}[)\\]}]\\h{0,3})";
        private static final String DOT =
                "(?:\\.|\\h{0,3}[(\\[{]\\h{0,3}(?:dot|\\.|punkt|punto|ponto|point)\\h{0,3}[)\\]}]\\h{0,3})";

        /** The at sign of some networks' names of accounts has nothing before it, or no domain behind it. */
        private static final Pattern MAIL = Pattern.compile(
                "[\\p{L}\\p{N}._%+-]" + AT + "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62}" + DOT + "){1,8}\\p{L}{2}",
                Pattern.CASE_INSENSITIVE);

        /** A plus and nine digits or more, grouped as one likes; shorter ones may be a growth in jobs or in euro. C++ is a language. */
        private static final Pattern TELEPHONE = Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?<!\\p{L}[+＋])[+＋][\\h(]{0,3}\\p{Nd}(?:[\\h()./‐-―-]{0,3}\\p{Nd}){8}");

        /**
         * Two noughts, a country's code and seven digits or more, but not in the middle of a longer figure, of a reference or of an address.
         */
        private static final Pattern ABROAD = Pattern.compile(
                "(?<![\\p{L}\\p{N}/-])(?<!\\p{N}[\\h.,'’])00[\\h(]{0,3}[1-9](?:[\\h()./‐-―-]{0,3}\\p{Nd}){8}");

        private static final String NUMBER_OF = "(?:no|nr|num|number|numero|n[uú]mero|n[º°]|№)";

        /** The beginning of a number of a register, as of those for value added tax in Italy, many of which have two noughts there. */
        private static final Pattern REGISTERED = Pattern.compile(
                "(?<!\\p{L})(?:IVA|VAT|TVA|UID|USt|C\\.?F|fiscale|CIF|NIF|NIP|CUI|EAN|GTIN|ID|ref|reference|"
                        + NUMBER_OF + ")(?!\\p{L})[\\h.:-]{0,3}(?:" + NUMBER_OF
                        + "(?!\\p{L})[\\h.:]{0,3})?(?:[A-Z]{2}\\h?)?00",
                Pattern.CASE_INSENSITIVE);

        /** As in France. NACE classes have one dot, and so does what is left of a day without its year. */
        private static final Pattern DOTTED =
                Pattern.compile("(?<![\\p{L}\\p{N}.,])0[1-9](?:\\.\\p{Nd}{2}){4}(?!\\.?\\p{N})");

        /** In English and the languages of the network; six digits are a number in a town. */
        private static final Pattern NAMED = Pattern.compile(
                "(?<!\\p{L})(?:t[eé]ls?|t[eé]l[eé](?:ph|f)[oóò]n\\p{L}{0,7}|telefax|fax|phones?|tlfn?)" + NUMBER_SIGN
                        + "(?:[\\h()./‐-―-]{0,3}\\p{Nd}){5}",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

        /** These words are also said of radio, with its frequencies, so the number has to be a whole one. */
        private static final Pattern MOBILE = Pattern.compile(
                "(?<!\\p{L})(?:mobile?|mob|m[oó]vil|telem[oó]vel|cellulare|cell|handy|whatsapp)" + NUMBER_SIGN
                        + "(?:[\\h()./‐-―-]{0,3}\\p{Nd}){8}",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

        private static final String CURRENCY = "\\h?(?:[€$£]|(?:EUR|euros?|GBP|USD|PLN|CZK|RON|zł|Kč|lei)(?!\\p{L}))";

        private static final String YEAR = "(?:19|20)\\d\\d";
        private static final String YEARS_IN_BRACKETS =
                "\\(\\h?(?:19\\d\\d|20[0-3]\\d)(?:\\h?[/‐-―-]\\h?(?:19\\d\\d|20[0-3]\\d))?\\h?\\)";
        private static final String HOUR = "(?:[01]?\\d|2[0-4])[.:][0-5]\\d";

        /** When a telephone is answered. The number itself may stand behind it. */
        private static final Pattern HOURS = Pattern.compile("(?<!\\p{N})(?<!\\p{N}[./])(?:24/7(?:/365)?|" + HOUR
                + "\\h?[‐-―-]\\h?" + HOUR + ")(?!\\p{N}|[./]\\p{N})");

        /** What is counted, where a number in three groups of three digits could be a telephone's as well. */
        private static final String UNIT =
                "(?:users?|units?|people|persons?|subscri\\p{L}{3,8}|customers?|clients?|calls?|devices?|lines?|handsets?|phones?"
                        + "|connections?|jobs?|applications?|downloads?|households?|inhabitants|pieces|members|companies|visitors|minutes|sold"
                        + "|millions?|[kMG]?Hz)(?!\\p{L})";

        /** What such words may be followed by and is no telephone's number: days, spans and lists of years, money, and other amounts. */
        private static final Pattern COUNTED = Pattern.compile(
                "(?<!\\p{N})(?:" + YEAR + "\\h?[/‐-―-]\\h?" + YEAR + "(?!\\p{N})"
                        + "|(?<!\\p{N}[\\h./‐-―-])" + YEAR + "(?:[\\h,/‐-―-]{1,3}" + YEAR + "){1,20}(?!\\p{N})"
                        + "|\\d{1,2}[./]\\h?\\d{1,2}[./]\\h?" + YEAR + "(?!\\p{N})"
                        + "|" + YEAR + "-\\d\\d-\\d\\d(?!\\p{N})"
                        + "|\\d{1,3}(?:[\\h.]?\\d{3}){0,5}(?:,\\d{1,2})?" + CURRENCY
                        + "|[1-9]\\d{0,2}(?:[\\h.,]?\\d{3}){1,5}\\h" + UNIT
                        + "|(?<!\\p{N}[\\h./‐-―-])(?:[1-9]\\d?(?:[\\h.,]\\d{3}){1,5}|[1-9]\\d\\d[\\h.,]\\d{3})(?<=000)(?![\\h()./‐-―-]{0,3}\\p{N})"
                        + ")|" + YEARS_IN_BRACKETS,
                Pattern.CASE_INSENSITIVE);

        /** Frequencies, and rows of other round figures. */
        private static final Pattern BANDS =
                Pattern.compile("(?<!\\p{N})(?<!\\p{N}[\\h/])(?:[1-9]\\d{1,2}0(?:/[1-9]\\d{1,2}0){1,20}(?![/\\p{N}])"
                        + "|[1-9]\\d00(?:\\h[1-9]\\d00){1,20}(?!\\h?\\p{N})"
                        + "|\\d{3,4}(?:[/,\\h]{1,2}\\d{3,4}){1,9}\\h?[MG]Hz)");

        private static final Pattern WHOLE_THOUSANDS =
                Pattern.compile("(?<!\\p{N})\\d{1,3}(?:[\\h.,]\\d{3}){0,4}[\\h.,]000(?!\\p{N})");

        /** Amounts of money, as the countries of the network write them, degrees on the globe, and years in brackets behind a figure. */
        private static final Pattern FIGURES = Pattern.compile(
                "[+＋]\\h?\\p{Nd}{1,3}(?:[\\h.]?\\p{Nd}{3}){0,5}(?:,\\p{Nd}{1,2})?" + CURRENCY
                        + "|[+＋]\\d{1,3}\\.\\d{4,8}(?!\\d)(?:\\h?°|\\h?(?-i:[NSEW](?!\\p{L}))"
                        + "|[,;/]?\\h?[+-]?\\d{1,3}\\.\\d{4,8}(?!\\d))|" + YEARS_IN_BRACKETS,
                Pattern.CASE_INSENSITIVE);

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return !isIn(text);
        }

        /** Whether there is any in it, for rules that are not annotations. */
        public static boolean isIn(String text) {
            if (text == null) {
                return false;
            }
            // an accent may be a character of its own
            String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
            return MAIL.matcher(composed).find() || holdsTelephone(composed);
        }

        private static boolean holdsTelephone(String text) {
            String named = COUNTED.matcher(HOURS.matcher(text).replaceAll(" ")).replaceAll(";");
            return TELEPHONE.matcher(FIGURES.matcher(text).replaceAll(";")).find()
                    || ABROAD.matcher(REGISTERED.matcher(text).replaceAll(";")).find()
                    || DOTTED.matcher(text).find()
                    || NAMED.matcher(named).find()
                    || MOBILE.matcher(
                                    BANDS.matcher(WHOLE_THOUSANDS.matcher(named).replaceAll(";"))
                                            .replaceAll(";"))
                            .find();
        }
    }
}
