/** Who is let in where a partner city's own people work. Which objects they see there is decided by the city, object by object. */
package eu.urbact.infocus.directory.partner;
