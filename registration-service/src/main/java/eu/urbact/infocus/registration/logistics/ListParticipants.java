package eu.urbact.infocus.registration.logistics;

import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;

/** Organisers look at names: who is on the bus, who eats what. Whoever looks is written down. */
@ApplicationScoped
public class ListParticipants {

    private final Headcounts headcounts;
    private final AuditTrail audit;

    ListParticipants(Headcounts headcounts, AuditTrail audit) {
        this.headcounts = headcounts;
        this.audit = audit;
    }

    @Transactional
    public List<Participant> of(LogisticsOption option) {
        List<Participant> participants = headcounts.participants(option);
        audit.record(
                "logistics-names-read",
                "call",
                option.callId().toString(),
                Map.of("option", option.id(), "kind", option.kind(), "people", participants.size()));
        return participants;
    }
}
