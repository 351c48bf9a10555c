/**
 * A person sees everything that is kept about them, takes it along, and has it erased. It asks each feature that holds personal data
 * ({@link eu.urbact.infocus.registration.privacy.PersonalDataHolder}) and knows none of their tables.
 */
package eu.urbact.infocus.registration.owndata;
