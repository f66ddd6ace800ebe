SwaggerUIBundle({
  dom_id: "#swagger-ui",
  urls: [
    { name: "Analytics: transactions and metrics", url: "/docs/openapi/analytics" },
    { name: "Auth: sign-in and users", url: "/docs/openapi/auth" },
  ],
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "StandaloneLayout",
  // What is tried here is tried with the token that is given here, never as whoever is signed in to the pages.
  requestInterceptor: (request) => Object.assign(request, { credentials: "omit" }),
  validatorUrl: null,
});
