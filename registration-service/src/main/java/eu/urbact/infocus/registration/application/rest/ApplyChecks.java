package eu.urbact.infocus.registration.application.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.registration.application.AnswerBook;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.call.CitiesOfCalls;

/** What can be wrong with an application that its fields alone do not show: its call, its city, its answers. */
@ApplicationScoped
public class ApplyChecks {

    private final Calls calls;
    private final CitiesOfCalls cities;
    private final AnswerBook answers;

    ApplyChecks(Calls calls, CitiesOfCalls cities, AnswerBook answers) {
        this.calls = calls;
        this.cities = cities;
        this.answers = answers;
    }

    /** Nothing happens, or the problem with all that is wrong. */
    void require(ApplyRequest request) {
        List<FieldError> errors = errors(request);
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }

    /** All that is wrong. */
    public List<FieldError> errors(ApplyRequest request) {
        Optional<CallForParticipation> call = calls.current(request.callId()).filter(CallForParticipation::isPublic);
        if (call.isEmpty()) {
            return List.of(new FieldError("callId", "there is no such call"));
        }
        List<FieldError> errors = new ArrayList<>();
        if (request.cityId() != null && !request.cityId().isBlank() && !cities.has(call.get(), request.cityId())) {
            errors.add(new FieldError("cityId", "is not a partner city of this call"));
        }
        errors.addAll(answers.check(call.get(), request.answers()));
        return errors;
    }
}
