package eu.urbact.infocus.registration.selfservice.rest;

import java.util.List;
import java.util.stream.Stream;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.validation.NoWebAddress;
import eu.urbact.infocus.registration.application.Application;

/**
 * A name that stands there already may stay, also when it could not be given any more: whoever changes something else is not asked about it. A new one
 * follows the whole rule of {@link eu.urbact.infocus.chassis.validation.PersonName}.
 */
final class NewNames {

    private NewNames() {}

    /** Nothing happens, or the problem with the names that cannot be taken. */
    static void require(Application application, String givenName, String familyName) {
        List<FieldError> errors = Stream.of(
                        errors("givenName", application.givenName(), givenName),
                        errors("familyName", application.familyName(), familyName))
                .flatMap(List::stream)
                .toList();
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }

    private static List<FieldError> errors(String field, String before, String name) {
        return NoWebAddress.Validator.isIn(name) && !name.equals(before)
                ? List.of(new FieldError(field, NoWebAddress.Validator.PROBLEM))
                : List.of();
    }
}
