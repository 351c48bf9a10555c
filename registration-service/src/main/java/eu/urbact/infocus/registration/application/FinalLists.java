package eu.urbact.infocus.registration.application;

import java.time.Instant;

import eu.urbact.infocus.registration.programmeview.Workshop;

/** When it is settled who came, known by the feature that keeps it; a decision only needs this of it. */
public interface FinalLists {

    /** The first instant at which the lists of those who had a place at this workshop, came and did not come stay as they are. */
    Instant finalFrom(Workshop workshop);
}
