package eu.urbact.infocus.chassis.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;

/**
 * What a person's name is written with, in any script: letters and their marks, spaces, apostrophes, hyphens, dots and commas, beginning with a
 * letter, or an apostrophe and a letter ('t Hooft). Null and empty pass. By itself only for a name that may have been there before {@link
 * PersonName} asked for more.
 */
@Documented
@Constraint(validatedBy = {})
@Pattern(
        regexp = "|\\s*['‘’ʼ]?\\p{L}[\\p{L}\\p{M} '‘’ʼ.,·‐‑–-]*",
        message = "must hold letters, and besides them only spaces, apostrophes, hyphens, dots and commas")
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT,
    ElementType.ANNOTATION_TYPE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface NameLetters {

    String message() default "is not a name";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
