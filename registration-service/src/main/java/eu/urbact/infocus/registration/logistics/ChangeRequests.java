package eu.urbact.infocus.registration.logistics;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;

/** All requests for other places. */
@ApplicationScoped
public class ChangeRequests implements PanacheRepositoryBase<ChangeRequest, UUID> {

    /** The call's, in the order in which they came; of one state when it is given. */
    public Page<ChangeRequest> of(UUID callId, ChangeRequest.State state, PageRequest page) {
        var all = state == null
                ? find("callId = ?1 order by requestedAt, id", callId)
                : find("callId = ?1 and state = ?2 order by requestedAt, id", callId, state);
        List<ChangeRequest> rows =
                all.range(page.offset(), page.offset() + page.size() - 1).list();
        return Page.of(rows, page, all.count());
    }

    public Optional<ChangeRequest> of(UUID callId, UUID id) {
        return find("callId = ?1 and id = ?2", callId, id).firstResultOptional();
    }

    /** The request as it is now; its application has to be locked, as everybody does who changes it. */
    ChangeRequest current(UUID id) {
        ChangeRequest request = findById(id);
        getEntityManager().refresh(request);
        return request;
    }

    /** The person's open one. */
    public Optional<ChangeRequest> open(UUID applicationId) {
        return find("applicationId = ?1 and state = ?2", applicationId, ChangeRequest.State.OPEN)
                .firstResultOptional();
    }

    /** The applications of those who ask for this option and wait for an answer, in the order in which they are locked. */
    List<UUID> askingFor(UUID optionId) {
        List<?> applications = getEntityManager()
                .createNativeQuery(
                        "select r.application_id from logistics_change_request r"
                                + " join logistics_change_choice c on c.request_id = r.id"
                                + " where c.option_id = :optionId and r.state = 'OPEN' order by r.application_id",
                        UUID.class)
                .setParameter("optionId", optionId)
                .getResultList();
        return applications.stream().map(UUID.class::cast).toList();
    }

    /** How many of a call wait for an answer. */
    long waiting(UUID callId) {
        return count("callId = ?1 and state = ?2", callId, ChangeRequest.State.OPEN);
    }

    /** The person's newest one, whatever its state. */
    public Optional<ChangeRequest> newest(UUID applicationId) {
        return find("applicationId = ?1 order by requestedAt desc, id desc", applicationId)
                .firstResultOptional();
    }

    List<ChangeRequest> ofApplication(UUID applicationId) {
        return list("applicationId = ?1 order by requestedAt, id", applicationId);
    }

    List<ChangeRequest> withWords(UUID applicationId) {
        return list("applicationId = ?1 and (message is not null or answer is not null)", applicationId);
    }
}
