package eu.urbact.infocus.registration.recipient;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.delegation.Invitation;
import eu.urbact.infocus.registration.delegation.Invitations;
import eu.urbact.infocus.registration.hotel.HotelRequests;
import eu.urbact.infocus.registration.hotel.RoomReports;
import eu.urbact.infocus.registration.problem.Counted;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** Finds name, address, language and link of people by the ids of their applications. */
@ApplicationScoped
public class LookUpRecipients {

    private final Applications applications;
    private final Invitations invitations;
    private final Calls calls;
    private final HotelRequests hotelRequests;
    private final RoomReports roomReports;
    private final Workshops workshops;
    private final PersonalPages pages;

    LookUpRecipients(
            Applications applications,
            Invitations invitations,
            Calls calls,
            HotelRequests hotelRequests,
            RoomReports roomReports,
            Workshops workshops,
            PersonalPages pages) {
        this.applications = applications;
        this.invitations = invitations;
        this.calls = calls;
        this.hotelRequests = hotelRequests;
        this.roomReports = roomReports;
        this.workshops = workshops;
        this.pages = pages;
    }

    /** One recipient per application that is still there; an erased one is absent. */
    @Transactional
    public List<Recipient> lookUp(Set<UUID> applicationIds) {
        List<Application> found = applications.all(applicationIds).stream()
                .filter(application -> !application.isErased())
                .toList();
        Map<UUID, Workshop> byId = workshops(found.stream().map(Application::workshopId));
        return found.stream()
                .map(application -> new Recipient(
                        application,
                        byId.get(application.workshopId()),
                        pages.myApplication(application),
                        pages.ticket(application).orElse(null)))
                .toList();
    }

    /** One for each of these applications whose person was erased. */
    @Transactional
    public List<ErasedRecipient> lookUpErased(Set<UUID> applicationIds) {
        List<Application> found = applications.all(applicationIds).stream()
                .filter(Application::isErased)
                .toList();
        Map<UUID, Workshop> byId = workshops(found.stream().map(Application::workshopId));
        return found.stream()
                .map(application -> {
                    Workshop workshop = byId.get(application.workshopId());
                    return new ErasedRecipient(application.id(), workshop, pages.admissionDesk(workshop));
                })
                .toList();
    }

    /** One recipient per invitation among these ids that is still there. */
    @Transactional
    public List<InvitedRecipient> lookUpInvited(Set<UUID> ids) {
        List<Invitation> found = invitations.all(ids).stream()
                .filter(invitation -> !invitation.isForgotten())
                .toList();
        Map<UUID, Workshop> byId = workshops(found.stream().map(Invitation::workshopId));
        return found.stream()
                .map(invitation -> new InvitedRecipient(
                        invitation, byId.get(invitation.workshopId()), pages.invitation(invitation)))
                .toList();
    }

    /** The organisers of each call among these ids. */
    @Transactional
    public List<OrganisersOfCall> lookUpOrganisers(Set<UUID> ids) {
        List<CallForParticipation> found = calls.list("id in ?1", ids);
        Map<UUID, Workshop> byId = workshops(found.stream().map(CallForParticipation::workshopId));
        return found.stream()
                .map(call -> {
                    Workshop workshop = byId.get(call.workshopId());
                    return new OrganisersOfCall(
                            call.id(), workshop, waiting(call.id()), pages.workshop(workshop.slug()));
                })
                .toList();
    }

    private String waiting(UUID callId) {
        long free = roomReports.freeRoomNights(callId);
        return Counted.of(hotelRequests.waiting(callId), "request waits", "requests wait")
                + ", and "
                + Counted.of(free, "room night is", "room nights are")
                + " free.";
    }

    private Map<UUID, Workshop> workshops(Stream<UUID> ids) {
        return workshops.list("id in ?1", ids.collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Workshop::id, Function.identity()));
    }
}
