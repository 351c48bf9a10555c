package eu.urbact.infocus.registration.application;

/**
 * What a person says when applying.
 *
 * @param position what they do in their organisation, or null
 * @param cityId the partner city they come with, or null
 * @param country ISO 3166-1 alpha-2
 * @param contributor whether they contribute to the programme
 * @param motivation why they want to come and what they bring
 * @param language BCP 47 tag
 * @param clusterId the cluster of the directory they speak for, or null
 */
public record Person(
        String givenName,
        String familyName,
        EmailAddress email,
        String organisation,
        String position,
        String cityId,
        String country,
        Profile profile,
        boolean contributor,
        String motivation,
        String language,
        String clusterId) {

    Called called() {
        return new Called(givenName, familyName, organisation, position);
    }
}
