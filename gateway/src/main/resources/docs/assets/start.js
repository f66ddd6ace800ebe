SwaggerUIBundle({
  dom_id: "#swagger-ui",
  urls: [
    { name: "Analytics: transactions and metrics", url: "/docs/openapi/analytics" },
    { name: "Auth: sign-in and users", url: "/docs/openapi/auth" },
  ],
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "StandaloneLayout",
  persistAuthorization: true,
  validatorUrl: null,
});
