import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js'
import 'swagger-ui-dist/swagger-ui.css'

// No validator: it would send the address of this page to a stranger's server.
SwaggerUI({ url: '/api/v1/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null })
