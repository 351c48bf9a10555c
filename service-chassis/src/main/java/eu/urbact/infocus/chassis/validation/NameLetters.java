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
 * What a person's name is written with, in any script: letters and their marks, spaces, apostrophes, hyphens, dots, commas and a few digits
 * (fewer than a telephone number has, as anybody can have a mail sent that greets by this name), beginning with a letter, or an apostrophe and a
 * letter ('t Hooft). Null and empty pass. By itself only for a name that may have been there before {@link
 * PersonName} asked for more.
 */
@Documented
@Constraint(validatedBy = {})
@Pattern(
        regexp = "|(?!(?:\\P{Nd}*\\p{Nd}){7})\\s*['‘’ʼ]?\\p{L}[\\p{L}\\p{M}\\p{Nd} '‘’ʼ.,·‐‑–-]*",
        message =
                "must begin with a letter, and hold besides letters only spaces, apostrophes, hyphens, dots, commas and at most six digits")
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
