package eu.urbact.infocus.registration.hotel;

/** Somebody has left a double room that they shared, and the other one is to be told; observed after the transaction. */
record SharingLeft() {}
