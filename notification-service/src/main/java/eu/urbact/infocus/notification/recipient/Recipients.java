package eu.urbact.infocus.notification.recipient;

import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Looks recipients up, many at a time. */
@ApplicationScoped
public class Recipients {

    private final RegistrationClient registration;

    Recipients(@RestClient RegistrationClient registration) {
        this.registration = registration;
    }

    /**
     * Asks registration-service for the people behind these applications. One hiccup is bridged here; anything longer is the caller's to
     * wait for.
     *
     * @return the recipients by application; one that is missing, or {@link Recipient#hasNoAddress without an address}, cannot be written to
     * @throws RecipientsUnavailableException when there is no usable answer
     */
    @Retry(maxRetries = 1, delay = 100, delayUnit = ChronoUnit.MILLIS, retryOn = RecipientsUnavailableException.class)
    public Map<UUID, Recipient> find(Collection<UUID> applicationIds) {
        RegistrationClient.Answer answer;
        try {
            answer = registration.find(new RegistrationClient.Question(List.copyOf(applicationIds)));
        } catch (WebApplicationException e) {
            throw new RecipientsUnavailableException(
                    "answered " + e.getResponse().getStatus(), e);
        } catch (RuntimeException e) {
            // no connection, no token, no readable answer: each client library in between has its own exception for it
            throw new RecipientsUnavailableException(e.getClass().getSimpleName(), e);
        }
        if (answer == null || answer.recipients() == null) {
            throw new RecipientsUnavailableException("answered without recipients", null);
        }
        Stream<Recipient> erased = answer.erased() == null
                ? Stream.of()
                : answer.erased().stream()
                        .map(one -> Recipient.erased(one.applicationId(), one.link(), one.workshop()));
        return Stream.concat(answer.recipients().stream(), erased)
                .filter(recipient -> applicationIds.contains(recipient.applicationId()))
                .collect(Collectors.toMap(Recipient::applicationId, Function.identity(), (first, again) -> first));
    }
}
