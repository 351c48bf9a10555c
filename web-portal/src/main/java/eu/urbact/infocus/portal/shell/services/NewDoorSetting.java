package eu.urbact.infocus.portal.shell.services;

/** What is to hold at the door, see {@link DoorSetting}. */
public record NewDoorSetting(Boolean refuseWalkInsWhenFull) {}
