package eu.urbact.infocus.directory.programmeview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.directory.revision.DirectoryRevisions;

/** Remembers an announced workshop for the page of its city. */
@ApplicationScoped
public class RememberWorkshop {

    private final HostedWorkshops workshops;
    private final DirectoryRevisions revisions;

    RememberWorkshop(HostedWorkshops workshops, DirectoryRevisions revisions) {
        this.workshops = workshops;
        this.revisions = revisions;
    }

    /**
     * Takes over what was announced; a later announcement of the same workshop replaces it.
     *
     * @param announced the workshop
     */
    @Transactional
    public void remember(AnnouncedWorkshop announced) {
        HostedWorkshop known = workshops.findById(announced.workshopId());
        if (known == null) {
            workshops.persist(new HostedWorkshop(announced));
        } else {
            known.take(announced);
        }
        revisions.raise();
    }
}
