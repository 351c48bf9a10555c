package eu.urbact.infocus.chassis.validation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * A person's name: written with {@link NameLetters letters}, and {@link NoWebAddress no address on the web}. Null and empty pass; combine with
 * {@code @NotBlank} and {@code @Size}.
 */
@Documented
@Constraint(validatedBy = {})
@NameLetters
@NoWebAddress
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface PersonName {

    String message() default "is not a name";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
