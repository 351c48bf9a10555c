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
 * Nothing of which programs that show mails make a link: anybody can have a mail sent to somebody else that greets them by such a name.
 *
 * <p>Names of hosts are "www." with anything behind it; a word of two letters or more, a dot, and another such word, whatever their case; and a
 * dot with a small letter behind it that begins a word. So "St. Pierre" and "Ma. Luisa" need their space, while initials do not: "J.R.R. Tolkien",
 * "j.r.r. tolkien" and "O.Brien" pass. Knowingly, so do the few hosts whose every label but the last has one letter, written as names are
 * ("X.Com"). Null passes.
 */
@Documented
@Constraint(validatedBy = NoWebAddress.Validator.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT,
    ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface NoWebAddress {

    String message() default Validator.PROBLEM;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks the text. */
    class Validator implements ConstraintValidator<NoWebAddress, String> {

        /** What is wrong, and what to do. */
        public static final String PROBLEM = "must not look like an address on the web; write a space behind the dot";

        /** Or a digit, with the accents that may be characters of their own. */
        private static final String LETTER = "[\\p{L}\\p{Nd}]\\p{M}{0,3}";

        /** Begins at the dot, so that a long text without any costs nothing. */
        private static final Pattern HOST = Pattern.compile("(?<=(?<![\\p{L}\\p{M}])[wW]{3})\\."
                + "|(?<=" + LETTER + "[‐‑–-]{0,3}" + LETTER + ")\\.(?:" + LETTER + "){2}"
                + "|(?<=" + LETTER + ")\\.\\p{Ll}\\p{M}{0,3}[\\p{L}\\p{Nd}]");

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return !isIn(text);
        }

        /** Whether there is any in it, for rules that are not annotations. */
        public static boolean isIn(String text) {
            return text != null && HOST.matcher(text).find();
        }
    }
}
