package eu.urbact.infocus.event.programmeimport;

import eu.urbact.infocus.event.programme.Programme;
import eu.urbact.infocus.event.workshop.WorkshopFacts;

/**
 * What a programme file says.
 *
 * @param facts about the workshop
 * @param programme its programme, without identities
 */
record ProgrammeFile(WorkshopFacts facts, Programme programme) {}
