package eu.urbact.infocus.registration.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.registration.application.EmailAddress;

/** All drafts. */
@ApplicationScoped
public class Drafts implements PanacheRepositoryBase<Draft, String> {

    /** The draft behind a token; empty for an invalid, a foreign and an expired one alike. */
    public Optional<Draft> find(String token, Instant now) {
        return token == null
                ? Optional.empty()
                : findByIdOptional(DraftTokens.hash(token)).filter(draft -> now.isBefore(draft.expiresAt()));
    }

    /** The same, locked: of two clicks the second waits and finds what the first has done. */
    Optional<Draft> toChange(String token, Instant now) {
        return token == null
                ? Optional.empty()
                : findByIdOptional(DraftTokens.hash(token), LockModeType.PESSIMISTIC_WRITE)
                        .filter(draft -> now.isBefore(draft.expiresAt()));
    }

    /** Those that were begun with this address, to whatever call, and not sent. */
    List<Draft> openOf(EmailAddress email) {
        return openOf("", Map.of(), email);
    }

    /** Those of them to this call. */
    List<Draft> openOf(UUID callId, EmailAddress email) {
        return openOf(" and call_id = :callId", Map.of("callId", callId), email);
    }

    private List<Draft> openOf(String condition, Map<String, Object> parameters, EmailAddress email) {
        // first by the characters of the address wherever they stand, then by the entry itself
        String characters = EntriesConverter.characters(email.key());
        Query query = getEntityManager()
                .createNativeQuery(
                        "select * from application_draft where sent_at is null" + condition
                                + " and lower(entries) like :characters escape '!'",
                        Draft.class)
                .setParameter(
                        "characters",
                        "%" + characters.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        parameters.forEach(query::setParameter);
        List<?> found = query.getResultList();
        return found.stream()
                .map(Draft.class::cast)
                .filter(draft -> draft.entries().email() != null
                        && new EmailAddress(draft.entries().email()).key().equals(email.key()))
                .toList();
    }

    long forget(Instant now) {
        return delete("expiresAt <= ?1", now);
    }
}
