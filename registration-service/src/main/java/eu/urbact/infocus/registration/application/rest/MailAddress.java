package eu.urbact.infocus.registration.application.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;

/** A mail address that mail can be sent to from outside: no quoted part, a domain with a dot, no control characters. */
@Documented
@Constraint(validatedBy = {})
@Email(message = "must be a mail address such as name@example.org")
@Pattern(
        regexp =
                "|\\s*[^\\s\"<>()\\[\\]\\\\,;:@\\p{Cntrl}]+@[^\\s\"<>()\\[\\]\\\\,;:@\\p{Cntrl}]+\\.[^\\s\"<>()\\[\\]\\\\,;:@.\\p{Cntrl}]{2,}\\s*",
        message = "must be a mail address such as name@example.org")
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface MailAddress {

    String message() default "is not a mail address";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
