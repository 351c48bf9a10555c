package eu.urbact.infocus.portal.shell.services;

/** A partner city in a list. */
public record City(
        String id,
        String name,
        String country,
        String role,
        String partnerOrganisation,
        Double lat,
        Double lon,
        Integer clusterCount) {

    /** Whether the city leads the network. */
    public boolean isLead() {
        return "LEAD".equalsIgnoreCase(role);
    }
}
