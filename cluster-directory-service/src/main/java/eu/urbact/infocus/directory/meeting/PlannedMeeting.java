package eu.urbact.infocus.directory.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A meeting as it is kept. */
@Embeddable
record PlannedMeeting(
        @Column(name = "person") String person,
        @Column(name = "cluster_id") String clusterId,
        @Column(name = "slot") int slot) {

    Meeting meeting() {
        return new Meeting(person, clusterId, slot);
    }
}
