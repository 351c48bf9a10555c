package eu.urbact.infocus.registration.application.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;

/**
 * A mail address that every mail server can be given: ASCII letters, digits and the usual signs, no quoted part, a domain with a
 * dot. Addresses with other letters exist, and too few servers take them; a person must not be accepted whom no mail reaches.
 * What comes around it when it is pasted does no harm: {@link eu.urbact.infocus.registration.application.EmailAddress} takes it away.
 */
@Documented
@Constraint(validatedBy = {})
@Pattern(
        regexp =
                "|[\\s\\p{Z}\\u200B\\u2060\\uFEFF]*(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                        + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9][\\s\\p{Z}\\u200B\\u2060\\uFEFF]*",
        message = "must be a mail address such as name@example.org")
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface MailAddress {

    String message() default "is not a mail address";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
