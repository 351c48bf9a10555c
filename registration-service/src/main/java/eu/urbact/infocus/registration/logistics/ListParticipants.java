package eu.urbact.infocus.registration.logistics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.chassis.table.TableWriter;

/** Organisers look at names: who is on the bus, who eats what. Whoever looks, or takes them along, is written down. */
@ApplicationScoped
public class ListParticipants {

    private static final List<String> COLUMNS = List.of(
            "family_name",
            "given_name",
            "organisation",
            "city_id",
            "companions",
            "access_needs",
            "access_note",
            "photo_consent");

    private static final List<String> FOR_THE_KITCHEN = List.of("diets", "diet_note");

    private static final Needs.Answer NOTHING = new Needs.Answer(Set.of(), null, Set.of(), null);

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

    /** The same as a table; what somebody eats stands in it where something is eaten. A key of a column is never renamed, a new one comes last. */
    @Transactional
    public byte[] table(LogisticsOption option, TableFormat format) {
        boolean eaten = option.kind().isEaten();
        List<Participant> participants = headcounts.participants(option);
        List<String> columns = new ArrayList<>(COLUMNS);
        if (eaten) {
            columns.addAll(FOR_THE_KITCHEN);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = format.open(out, "People", columns)) {
            for (Participant participant : participants) {
                table.row(cells(participant, eaten));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(
                "logistics-names-exported",
                "call",
                option.callId().toString(),
                Map.of(
                        "option",
                        option.id(),
                        "kind",
                        option.kind(),
                        "format",
                        format.extension(),
                        "rows",
                        participants.size()));
        return out.toByteArray();
    }

    private static List<Object> cells(Participant participant, boolean eaten) {
        Needs.Answer needs = participant.needs() == null ? NOTHING : participant.needs();
        List<Object> cells = new ArrayList<>(Arrays.asList(
                participant.familyName(),
                participant.givenName(),
                participant.organisation(),
                participant.cityId(),
                participant.companions(),
                codes(needs.accessNeeds()),
                needs.accessNote(),
                participant.photoConsent()));
        if (eaten) {
            cells.add(codes(needs.diets()));
            cells.add(needs.dietNote());
        }
        return cells;
    }

    /** Several are separated as in every table; null for none. */
    private static String codes(Collection<? extends Enum<?>> codes) {
        return codes.isEmpty() ? null : codes.stream().map(Enum::name).collect(Collectors.joining("; "));
    }
}
