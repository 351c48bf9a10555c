package eu.urbact.infocus.chassis.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/**
 * Text that does no harm where it is shown: no control characters, and on a single line no angle brackets and no beginning that
 * a spreadsheet takes for a formula ({@code = + - @}, OWASP ASVS 5.0 1.2.10). Null passes.
 */
@Documented
@Constraint(validatedBy = SafeText.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface SafeText {

    /** Whether line breaks and tabs are allowed, and with them angle brackets and any beginning: for free text. */
    boolean multiline() default false;

    String message() default "has characters that are not allowed here";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks the text. */
    class Validator implements ConstraintValidator<SafeText, String> {

        private boolean multiline;

        @Override
        public void initialize(SafeText annotation) {
            multiline = annotation.multiline();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            String problem = problem(text, multiline);
            if (problem == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(problem).addConstraintViolation();
            return false;
        }

        /** What is wrong with the text, for rules that are not annotations; null when nothing is. */
        public static String problem(String text, boolean multiline) {
            if (text.codePoints().anyMatch(character -> isForbidden(character, multiline))) {
                return multiline
                        ? "must not hold characters that cannot be shown"
                        : "must be one line of plain text, without <, > and characters that cannot be shown";
            }
            if (!text.isEmpty() && text.codePoints().noneMatch(Validator::isVisible)) {
                return "must not be blank";
            }
            String start = text.strip();
            if (!multiline && !start.isEmpty() && "=+-@".indexOf(start.charAt(0)) >= 0) {
                return "must not begin with = + - or @";
            }
            return null;
        }

        /**
         * Whether there is something to see: no space, no mark without a letter, and none of the letters that show as a space (Hangul
         * fillers and the empty Braille pattern).
         */
        public static boolean isVisible(int character) {
            return !Character.isWhitespace(character)
                    && !Character.isSpaceChar(character)
                    && Character.getType(character) != Character.FORMAT
                    && Character.getType(character) != Character.NON_SPACING_MARK
                    && "\u115F\u1160\u3164\uFFA0\u2800".indexOf(character) < 0;
        }

        private static boolean isForbidden(int character, boolean multiline) {
            if (multiline && (character == '\n' || character == '\r' || character == '\t')) {
                return false;
            }
            return switch (Character.getType(character)) {
                case Character.CONTROL,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE,
                        Character.UNASSIGNED,
                        Character.PRIVATE_USE -> true;
                // marks that turn the direction of what follows around, used to disguise text
                case Character.FORMAT ->
                    (character >= 0x202A && character <= 0x202E)
                            || (character >= 0x2066 && character <= 0x2069)
                            || character == 0xFEFF;
                default -> !multiline && (character == '<' || character == '>');
            };
        }
    }
}
