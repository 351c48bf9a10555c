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
 * Free text without anything that looks like a tag. It would do no harm, as every page escapes it, but nobody wants to read it. An
 * angle bracket is none: "A &lt; B" and "&lt;5" may be said. Null passes.
 */
@Documented
@Constraint(validatedBy = NoMarkup.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface NoMarkup {

    String message() default Validator.PROBLEM;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks the text. */
    class Validator implements ConstraintValidator<NoMarkup, String> {

        static final String PROBLEM = "must be plain text, without codes such as <b>";

        /** Closed at once or with attributes, a closing one, a comment, a declaration. */
        private static final Pattern TAG = Pattern.compile(
                "<[a-z][a-z0-9-]*\\s*/?>|<[a-z][a-z0-9-]*[\\s/]+[^<>]*=|</[a-z]|<!--|<!doctype|<\\?[a-z]|<(?:script|style|iframe|object|embed|svg|img)\\b",
                Pattern.CASE_INSENSITIVE);

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return problem(text) == null;
        }

        /** What is wrong with the text, for rules that are not annotations; null when nothing is. */
        public static String problem(String text) {
            return text != null && TAG.matcher(text).find() ? PROBLEM : null;
        }
    }
}
