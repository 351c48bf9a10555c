package eu.urbact.infocus.chassis.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/**
 * Text that is published, and therefore names neither a mail address nor a telephone number: once in open data, they cannot be taken back.
 * A telephone number is told from other numbers by the plus and the digits of a country's code; an amount of money, and years in brackets,
 * belong to none. Null passes.
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

        /** The at sign of some networks' names of accounts has nothing before it, or no domain behind it. */
        private static final Pattern MAIL =
                Pattern.compile("[\\p{L}\\p{N}._%+-][@＠][\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,62}\\.){1,8}\\p{L}{2}");

        /** A plus and nine digits or more, grouped as one likes; shorter ones may be a growth in jobs or in euro. */
        private static final Pattern TELEPHONE =
                Pattern.compile("(?<![\\p{L}\\p{N}])[+＋][\\h(]{0,3}\\p{Nd}(?:[\\h()./‐-―-]{0,3}\\p{Nd}){8}");

        /** Amounts of money, as the countries of the network write them, and years in brackets behind a figure. */
        private static final Pattern FIGURES = Pattern.compile(
                "[+＋]\\h?\\p{Nd}{1,3}(?:[\\h.]?\\p{Nd}{3}){0,5}(?:,\\p{Nd}{1,2})?\\h?(?:[€$£]|(?:EUR|euros?|GBP|USD|PLN|CZK|RON|zł|Kč|lei)(?!\\p{L}))"
                        + "|\\(\\h?(?:19\\d\\d|20[0-3]\\d)(?:\\h?[/‐-―-]\\h?(?:19\\d\\d|20[0-3]\\d))?\\h?\\)",
                Pattern.CASE_INSENSITIVE);

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return !isIn(text);
        }

        /** Whether there is any in it, for rules that are not annotations. */
        public static boolean isIn(String text) {
            return text != null
                    && (MAIL.matcher(text).find()
                            || TELEPHONE
                                    .matcher(FIGURES.matcher(text).replaceAll(";"))
                                    .find());
        }
    }
}
