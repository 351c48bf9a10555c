package eu.urbact.infocus.portal.shell.services;

/**
 * What holds at the door.
 *
 * @param refuseWalkInsWhenFull whether walk-ins are sent away from a full room, or the desk is only warned
 */
public record DoorSetting(Boolean refuseWalkInsWhenFull, Long version) {

    /** Completes what a service left out. */
    public DoorSetting {
        refuseWalkInsWhenFull = Boolean.TRUE.equals(refuseWalkInsWhenFull);
        version = version == null ? 0 : version;
    }
}
