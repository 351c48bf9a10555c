package eu.urbact.infocus.event.programmeimport;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.yaml.FileNote;
import eu.urbact.infocus.event.programme.WriteDraft;
import eu.urbact.infocus.event.programme.WriteDraft.Written;
import eu.urbact.infocus.event.workshop.AnnounceWorkshop;
import eu.urbact.infocus.event.workshop.AnnounceWorkshop.Announcement;

/** Takes a programme file over: announces its workshop and puts its programme into the draft. */
@ApplicationScoped
public class ImportProgramme {

    private final AnnounceWorkshop announceWorkshop;
    private final WriteDraft writeDraft;
    private final AuditTrail audit;
    private final Clock clock;
    private final ProgrammeFileReader reader = new ProgrammeFileReader();

    ImportProgramme(AnnounceWorkshop announceWorkshop, WriteDraft writeDraft, AuditTrail audit, Clock clock) {
        this.announceWorkshop = announceWorkshop;
        this.writeDraft = writeDraft;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes over all of the file or, when anything is wrong with it, nothing. The same file again changes nothing.
     *
     * @param yaml the file
     * @param precondition is told the revision of the draft before anything of a workshop that is there already is
     *     replaced; what it throws refuses the import, and everything stays as it is
     * @return what came of it
     */
    @Transactional
    public Result importFile(byte[] yaml, LongConsumer precondition) {
        Reading reading = reader.read(yaml);
        if (reading instanceof Reading.Unusable unusable) {
            return new Rejected(unusable.errors());
        }
        Reading.Usable usable = (Reading.Usable) reading;
        Announcement announcement = announceWorkshop.announce(usable.file().facts());
        UUID workshopId = announcement.workshop().id();
        Written draft = writeDraft.write(workshopId, usable.file().programme(), announcement.changed(), precondition);
        boolean changed = announcement.changed() || draft.programmeChanged();
        if (changed) {
            audit.record(
                    "programme-imported",
                    "workshop",
                    workshopId.toString(),
                    Map.of("draftVersion", draft.revision(), "programmeChanged", draft.programmeChanged()));
        }
        return new Imported(
                workshopId,
                announcement.workshop().slug(),
                draft.revision(),
                changed,
                warnings(usable, announcement, clock.instant()));
    }

    /** A slip in the year is told before anything comes of it: what is kept about people goes by the days of their workshop. */
    private static List<FileNote> warnings(Reading.Usable usable, Announcement announcement, Instant now) {
        if (!announcement.putsIntoThePast(now)) {
            return usable.warnings();
        }
        FileNote past = usable.notes()
                .at(
                        "workshop.ends",
                        "by this the workshop is over, and before it was not; if that is a slip, send the file again with"
                                + " the right days within two weeks, or the data of its people are erased as their time is over");
        return Stream.concat(usable.warnings().stream(), Stream.of(past))
                .sorted(FileNote.IN_ORDER_OF_READING)
                .toList();
    }

    /** What came of an import. */
    public sealed interface Result {}

    /**
     * The file was taken over.
     *
     * @param workshopId the workshop it is about
     * @param slug the workshop's name in addresses
     * @param revision the draft's revision now
     * @param changed whether anything is different from before
     * @param warnings what somebody should look at
     */
    public record Imported(UUID workshopId, String slug, long revision, boolean changed, List<FileNote> warnings)
            implements Result {}

    /**
     * The file has errors and nothing of it was taken over.
     *
     * @param errors everything that is wrong, from top to bottom
     */
    public record Rejected(List<FileNote> errors) implements Result {}
}
