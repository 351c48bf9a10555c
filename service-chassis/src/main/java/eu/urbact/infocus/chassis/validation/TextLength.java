package eu.urbact.infocus.chassis.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;

/**
 * How long a text is, as the person who wrote it counts: what is one character to them is one here, an emoji as well as a letter, and a line
 * break is one, too, however the browser sends it. The database counts in the same way.
 */
public class TextLength implements ConstraintValidator<Size, String> {

    private int least;
    private int most;

    /** The number of characters; of null none. */
    public static int of(String text) {
        return text == null ? 0 : (int) LineEnds.plain(text).codePoints().count();
    }

    @Override
    public void initialize(Size size) {
        least = size.min();
        most = size.max();
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        int length = of(text);
        return length >= least && length <= most;
    }
}
