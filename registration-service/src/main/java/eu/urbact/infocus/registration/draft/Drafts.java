package eu.urbact.infocus.registration.draft;

import java.time.Instant;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

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

    long forget(Instant now) {
        return delete("expiresAt <= ?1", now);
    }
}
